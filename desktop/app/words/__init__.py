"""Sentences and words for what criteria gives as numbers and codes; files named by noun."""
