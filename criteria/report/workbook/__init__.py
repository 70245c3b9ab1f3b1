"""The workbook for auditors: every derived number a live formula with its value, check and source."""

from __future__ import annotations

from criteria.report.workbook.draft import Provenance
from criteria.report.workbook.write import workbook, write_workbook

__all__ = ["Provenance", "workbook", "write_workbook"]
