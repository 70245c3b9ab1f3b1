"""The commands `ballot` and `collect`: questions out as files, answers back in."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from criteria.errors import StudyError, UnreadableFileError
from criteria.model.people import WEIGHT_METHODS
from desktop.cli.output import DONE, PROBLEMS, say, usage_error

if TYPE_CHECKING:
    from criteria.files.ballot_collection import Collection, Entry
    from criteria.model.people import Stakeholder
    from criteria.model.study import Study

#: Findings after which nothing is left to do, so that a script need not look.
_SETTLED = ("already-merged", "identical")


def add_ballot_commands(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds both commands to the parser."""
    ballot = commands.add_parser("ballot", help="write one ballot workbook for each stakeholder")
    ballot.add_argument("study", metavar="STUDY", help=".proportio or the word example")
    ballot.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder of the ballots")
    ballot.add_argument("--method", choices=WEIGHT_METHODS, help="ask by this method, not by each one's own")
    ballot.add_argument(
        "--stakeholder", metavar="ID", action="append", default=[], help="only for this one; may be repeated"
    )
    ballot.add_argument("--closes", metavar="DAY", help="closing day to print, such as 2026-12-01")
    ballot.add_argument("--prefill", action="store_true", help="show answers that were given already")
    ballot.add_argument("--force", action="store_true", help="replace files that are there")
    ballot.set_defaults(act=_ballot)
    collect = commands.add_parser("collect", help="report returned ballots and merge them into the study")
    collect.add_argument("study", metavar="STUDY", help=".proportio or the word example")
    collect.add_argument("ballots", metavar="BALLOT", nargs="+", type=Path, help=".xlsx, .ods or .xls")
    collect.add_argument("--out", metavar="STUDY2", type=Path, help="write there, not over STUDY")
    collect.add_argument("--json", action="store_true", help="print the report as one JSON object")
    collect.add_argument(
        "--accept", metavar="CODE", action="append", default=[],
        help="merge in spite of this finding, such as late or zero-rules-group; may be repeated; "
        "all: any but duplicates",
    )  # fmt: skip
    collect.add_argument("--newer", action="store_true", help="of two ballots of one person take the newer")
    collect.add_argument("--who", metavar="NAME", default="", help="who changes weights that are sealed")
    collect.add_argument("--reason", metavar="TEXT", default="", help="why, where weights are sealed")
    collect.set_defaults(act=_collect)


def _ballot(given: argparse.Namespace) -> int:
    from criteria.edits.session import set_closing_day
    from desktop.app.ballots import BallotOrder, write_ballots
    from desktop.app.version import now

    study = _study(given.study)[0]
    if given.closes is not None:
        if not _is_day(given.closes):
            return usage_error(f"The closing day “{given.closes}” is no day such as 2026-12-01.")
        study = set_closing_day(study, given.closes)
    people = _people(study, given.stakeholder)
    folder: Path = given.out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnreadableFileError(f"The folder “{folder}” cannot be made: {error.strerror}.") from error
    files = write_ballots(
        BallotOrder(
            study=study,
            people=people,
            folder=folder,
            when=now().isoformat(),
            method=given.method,
            prefill=given.prefill,
            replaces=given.force,
        )
    )
    for path in files.written:
        say(f"Written: {path}")
    for path in files.kept:
        say(f"“{path}” is there already and was not replaced; use --force to replace it.")
    return PROBLEMS if files.kept else DONE


def _people(study: Study, wanted: list[str]) -> tuple[Stakeholder, ...]:
    if not study.stakeholders:
        raise StudyError("The study has no stakeholders; add one in the window first.")
    return tuple(study.stakeholder(key) for key in dict.fromkeys(wanted)) or study.stakeholders


def _collect(given: argparse.Namespace) -> int:
    from criteria.files.ballot_collection import collect
    from criteria.files.ballot_merge import merge
    from criteria.files.ballot_reader import read_ballots
    from criteria.files.ballot_zeros import with_group_zeros
    from criteria.files.study_file import save_study
    from desktop.app.version import now

    study, digest = _study(given.study)
    target: Path = given.out or Path(given.study)
    if target.suffix.lower() != ".proportio":
        return usage_error(
            f"Answers are merged into a study: give --out STUDY2.proportio, not “{target.name}”."
        )
    when = now().isoformat()
    collection = with_group_zeros(study, collect(study, read_ballots(given.ballots), when), when)
    chosen = [place for place, entry in enumerate(collection.entries) if _is_accepted(entry, given)]
    merged = merge(study, collection, chosen, when)
    if merged is not study:
        merged = _signed(study, merged, given, when)
        save_study(merged, target, digest if given.out is None else None)
    _report(collection, chosen, target if merged is not study else None, as_json=given.json)
    left = [entry for place, entry in enumerate(collection.entries) if place not in chosen]
    return DONE if all(_is_settled(entry, given) for entry in left) else PROBLEMS


def _study(name: str) -> tuple[Study, str | None]:
    """A study and the digest of its file, None for a shipped example."""
    from criteria.files.inputs import EXAMPLES, study_from_file
    from criteria.files.study_file import load_study

    if name in EXAMPLES and not Path(name).exists():
        return study_from_file(name)[0], None
    loaded = load_study(Path(name))
    return loaded.study, loaded.digest


def _is_accepted(entry: Entry, given: argparse.Namespace) -> bool:
    """Whether all that would need a decision about a file was agreed to in the call."""
    if entry.state == "refused":
        return False
    codes = {found.code for found in entry.decisions}
    if "duplicate" in codes and not (given.newer and entry.is_newest):
        return False
    accepted = {code.strip() for words in given.accept for code in words.split(",")}
    return "all" in accepted or codes - {"duplicate"} <= accepted


def _is_settled(entry: Entry, given: argparse.Namespace) -> bool:
    """Whether nothing is left to do about a file that was not merged."""
    if any(found.code in _SETTLED for found in entry.findings):
        return True
    return bool(given.newer and entry.rivals and not entry.is_newest and entry.state != "refused")


def _signed(before: Study, after: Study, given: argparse.Namespace, when: str) -> Study:
    """The study with its reason on record where weights were sealed; SealedError without one."""
    from criteria.edits.sealing import amend, breaks_seal

    if not breaks_seal(before, after):
        return after
    return amend(before, after, "Merge ballots", given.who, given.reason, when)


def _report(collection: Collection, chosen: list[int], target: Path | None, *, as_json: bool) -> None:
    for place, entry in enumerate(collection.entries):
        state = (
            "merged" if place in chosen else {"decision": "needs a decision"}.get(entry.state, entry.state)
        )
        count = f" ({entry.name}, {entry.answered} of {entry.asked} answered)" if entry.name else ""
        say(f"{state}: {entry.file}{count}, {len(entry.changes)} answers change")
        for found in entry.findings:
            say(f"  {found.gravity} [{found.code}] {found.message}")
    if target is not None:
        say(f"Written: {target}")
    if as_json:
        print(json.dumps(_object(collection, chosen, target), ensure_ascii=False, allow_nan=False, indent=1))


def _object(collection: Collection, chosen: list[int], target: Path | None) -> dict[str, object]:
    files = [
        {
            "file": entry.file,
            "stakeholder": entry.stakeholder or None,
            "state": entry.state,
            "merged": place in chosen,
            "answered": entry.answered,
            "asked": entry.asked,
            "findings": [
                {"code": f.code, "gravity": f.gravity, "where": f.where, "message": f.message}
                for f in entry.findings
            ],
            "changes": [
                {"node": c.node, "first": c.first, "second": c.second, "before": c.before, "after": c.after}
                for c in entry.changes
            ],
        }
        for place, entry in enumerate(collection.entries)
    ]
    return {"files": files, "written": None if target is None else str(target)}


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
