"""Ballots: one workbook for each stakeholder who answers later, with weights that follow while answering."""

from __future__ import annotations

from criteria.report.ballot.write import ballot_bytes, write_ballot

__all__ = ["ballot_bytes", "write_ballot"]
