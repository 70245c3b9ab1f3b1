"""The decision in one sentence and the steps that lead to it."""
