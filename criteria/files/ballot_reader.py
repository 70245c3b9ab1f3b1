"""Reads a returned ballot: what was asked, what was answered, and everything odd about the file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from criteria.errors import UnreadableFileError
from criteria.files.archive import open_archive
from criteria.files.ballot_answers import Answers
from criteria.files.ballot_findings import Finding, finding
from criteria.files.ballot_places import locate
from criteria.files.ballot_plan import BallotPlan
from criteria.files.ballot_saved import saved_at
from criteria.files.ballot_sheet import FORMAT, VERSION, BallotData, DataSheetError, is_data_sheet, read_data
from criteria.files.ballot_understanding import ResponseReader
from criteria.files.ballot_words import INSTRUCTIONS, QUESTIONS, WEIGHTS
from criteria.files.cells import cell_text
from criteria.files.sheet_reader import read_workbook
from criteria.files.sniff import KIND_NAMES, FileKind, read_table_bytes, table_kind
from criteria.files.tables import Sheet

#: The largest ballot of a study we know has a hundredth of this.
_LARGEST_BALLOT = 20_000_000
_ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})


class Ballot(msgspec.Struct, frozen=True, kw_only=True):
    """A ballot as returned: `saved` is when it was last saved (ISO 8601), "" where the file does not tell."""

    file: str
    plan: BallotPlan
    answers: Answers
    answered: int
    saved: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def asked(self) -> int:
        """How many questions it asks."""
        return len(self.plan.questions)


class Refused(msgspec.Struct, frozen=True):
    """A file that is no ballot or cannot be read, and why."""

    file: str
    finding: Finding


class RefusedBallotError(UnreadableFileError):
    """A file from which no answers can be taken; `finding` holds the code."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.message)
        self.finding = found


def read_ballot(path: str | os.PathLike[str]) -> Ballot:
    """The ballot in a workbook (.xlsx, .ods, .xls); RefusedBallotError tells why there is none."""
    path = Path(path)
    sheets, kind, data = _sheets(path)
    hidden = next((sheet for sheet in sheets if is_data_sheet(sheet.rows)), None)
    if hidden is None:
        raise RefusedBallotError(_no_ballot(path, sheets))
    content = _content(path, hidden)
    located = locate(path.name, tuple(sheet for sheet in sheets if sheet is not hidden), content)
    if located is None:
        clause = (
            "most of its questions are missing, so it cannot be told what was answered; "
            "ask for the ballot to be filled in again in the file that was sent"
        )
        raise RefusedBallotError(finding("questions-missing", path.name, clause))
    reader = ResponseReader(path.name, content.plan, located)
    answers = reader.read()
    findings = [*located.findings, *reader.findings]
    if kind is not FileKind.XLSX:
        clause = f"it was returned as {KIND_NAMES[kind]}; its answers were read all the same"
        findings.append(finding("other-program", path.name, clause))
    return Ballot(
        file=path.name,
        plan=content.plan,
        answers=answers,
        answered=reader.answered,
        saved=saved_at(path, data, kind),
        findings=tuple(findings),
    )


def read_ballots(
    paths: Iterable[Path],
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Ballot | Refused, ...]:
    """Every file as a ballot, or why it is none; stops early where `cancelled` says so."""
    found: list[Ballot | Refused] = []
    files = list(paths)
    for place, path in enumerate(files, 1):
        if cancelled is not None and cancelled():
            break
        try:
            found.append(read_ballot(path))
        except RefusedBallotError as error:
            found.append(Refused(path.name, error.finding))
        if progress is not None:
            progress(place / len(files))
    return tuple(found)


def is_ballot(path: Path) -> bool:
    """Whether a file is a ballot, whole or damaged, rather than a table of projects; a quick look only."""
    if path.suffix.lower() not in _ENDINGS:
        return False
    try:
        data = read_table_bytes(path)
        if len(data) > _LARGEST_BALLOT:
            return False
        if table_kind(path, data) is FileKind.XLS:
            return any(FORMAT.encode(encoding) in data for encoding in ("ascii", "utf-16-le"))
        return any(FORMAT.encode() in part for part in open_archive(path, data).parts.values())
    except UnreadableFileError:
        return False


def _sheets(path: Path) -> tuple[tuple[Sheet, ...], FileKind, bytes]:
    try:
        data = read_table_bytes(path)
        kind = table_kind(path, data)
        sheets = [] if kind is FileKind.CSV else read_workbook(path, data, kind)[0]
    except UnreadableFileError as error:
        clause = str(error).removeprefix(f"“{path.name}” ").removeprefix(f"“{path}” ")
        raise RefusedBallotError(finding("unreadable", path.name, clause.rstrip("."))) from error
    if kind is FileKind.CSV:
        clause = "it is plain text, which holds one sheet only; return the ballot as the .xlsx that was sent"
        raise RefusedBallotError(finding("not-a-ballot", path.name, clause))
    return tuple(Sheet(name, rows) for name, rows in sheets), kind, data


def _no_ballot(path: Path, sheets: tuple[Sheet, ...]) -> Finding:
    names = {sheet.name for sheet in sheets}
    if {INSTRUCTIONS, QUESTIONS} <= names or {QUESTIONS, WEIGHTS} <= names:
        clause = (
            "it looks like a ballot, but the hidden sheet that tells whose it is was lost; "
            "ask for the answers in the file that was sent"
        )
        return finding("data-damaged", path.name, clause)
    clause = "it is a workbook but no ballot; tables of projects are brought in with File, Import"
    return finding("not-a-ballot", path.name, clause)


def _content(path: Path, hidden: Sheet) -> BallotData:
    version = cell_text(hidden.rows[0][1]) if len(hidden.rows[0]) > 1 else ""
    if version.isdecimal() and int(version) > VERSION:
        clause = (
            f"it was written by a newer Proportio ({FORMAT} {version}); install the newer program to read it"
        )
        raise RefusedBallotError(finding("newer-format", path.name, clause))
    try:
        return read_data(hidden.rows)
    except DataSheetError as error:
        clause = f"its hidden sheet was changed ({error}); ask for the answers in the file that was sent"
        raise RefusedBallotError(finding("data-damaged", path.name, clause, hidden.name)) from error
