"""Reads the words of a call and carries out run, check and template."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import msgspec

from criteria.errors import ProportioError, UnreadableFileError
from desktop.cli.ballots import add_ballot_commands
from desktop.cli.output import DONE, PROBLEMS, say, usage_error

if TYPE_CHECKING:
    from criteria.model.study import Study
    from criteria.problems import Problem
    from criteria.ranking.results import Results
    from criteria.weighting.hierarchy import Weights


def run_command(arguments: Sequence[str]) -> int:
    """Carries out one command and gives its exit code; messages go to stderr, results to stdout."""
    parser = _parser()
    try:
        given = parser.parse_args(list(arguments))
    except _UsageError as error:
        return usage_error(str(error))
    try:
        return int(given.act(given))
    except ProportioError as error:
        say(str(error))
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing is left to do, and nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


class _UsageError(Exception):
    pass


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _UsageError(message[:1].upper() + message[1:] + ".")


def _parser() -> argparse.ArgumentParser:
    from desktop.app.version import program_version

    parser = _Parser(
        prog="proportio",
        description="Which AI cooperation projects to support: red lines, weights, rankings, on the record.",
        epilog="Without a command the window opens: proportio [STUDY.proportio | --example].",
    )
    parser.add_argument("--version", action="version", version=f"Proportio {program_version()}")
    commands = parser.add_subparsers(title="commands", required=True, parser_class=_Parser, metavar="COMMAND")
    run = commands.add_parser("run", help="screen, weigh, rank and export without a window")
    run.add_argument("input", metavar="INPUT", help=".proportio, .xlsx, .xls, .ods, .csv or the word example")
    run.add_argument(
        "--out", metavar="DIR", type=Path, help="write NAME.xlsx, NAME.pdf and NAME.proportio there"
    )
    run.add_argument("--json", action="store_true", help="print the results as one JSON object")
    run.add_argument("--weights", default="study", metavar="study|equal|FILE.json", help="default: study")
    run.add_argument("--budget", type=float, metavar="EUR", help="envelope of the portfolio")
    run.add_argument("--draws", type=int, metavar="N", help="size of the simulation")
    run.add_argument("--seed", type=int, metavar="S", help="seed of the simulation")
    run.set_defaults(act=_run)
    check = commands.add_parser("check", help="list problems, one a line; exit code 1 if any is an error")
    check.add_argument("input", metavar="INPUT")
    check.set_defaults(act=_check)
    template = commands.add_parser("template", help="write the empty data-entry workbook")
    template.add_argument("output", metavar="OUT.xlsx", type=Path)
    template.set_defaults(act=_template)
    add_ballot_commands(commands)
    return parser


def _run(given: argparse.Namespace) -> int:
    from criteria.files.inputs import study_from_file
    from criteria.problems import find_problems

    study, import_problems = study_from_file(given.input)
    if any(problem.severity == "error" for problem in import_problems):
        for found in import_problems:
            say(f"{found.severity}: {found.message}")
        return PROBLEMS
    study = _with_options(study, given)
    results, as_proposed = _ranked(study, given.weights)
    problems = find_problems(study)
    written = _write(study, results, given) if given.out else ()
    if given.json:
        print(
            json.dumps(_object(results, as_proposed, problems), ensure_ascii=False, allow_nan=False, indent=1)
        )
    else:
        _summarise(results)
    for path in written:
        say(f"Written: {path}")
    for problem in (p for p in problems if p.severity == "error"):
        say(_line(problem, study))
    return PROBLEMS if any(problem.severity == "error" for problem in problems) else DONE


def _with_options(study: Study, given: argparse.Namespace) -> Study:
    from criteria.edits.settings import set_settings

    named = {"budget_eur": given.budget, "draws": given.draws, "seed": given.seed}
    return set_settings(study, **{name: value for name, value in named.items() if value is not None})


def _ranked(study: Study, source: str) -> tuple[Results, Results]:
    from criteria.ranking.results import rank_with

    weights = _weights(study, source)
    return rank_with(study, weights), rank_with(study, weights, "proposed")


def _weights(study: Study, source: str) -> Weights:
    from criteria.weighting.hierarchy import equal_weights, given_weights
    from criteria.weighting.study_weights import study_weights

    if source == "study":
        return study_weights(study)
    if source == "equal":
        return equal_weights(study)
    path = Path(source)
    try:
        values = msgspec.json.decode(path.read_bytes(), type=dict[str, float])
    except OSError as error:
        raise UnreadableFileError(f"The weights file “{path}” cannot be read: {error.strerror}.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableFileError(
            f'The weights file “{path}” is not a JSON object such as {{"N1": 0.1, ...}}: {error}.'
        ) from error
    return given_weights(study, values)


def _object(results: Results, as_proposed: Results, problems: tuple[Problem, ...]) -> dict[str, object]:
    from criteria.portfolio.selection import select
    from criteria.report.results_json import results_object
    from criteria.robustness.acceptability import acceptability
    from criteria.robustness.study_sensitivity import scorer

    settings = results.study.settings
    selection = None if settings.budget_eur is None else select(results, settings.budget_eur)
    asked = scorer(results, "topsis")
    simulated = None if asked is None else acceptability(asked, draws=settings.draws, seed=settings.seed)
    return results_object(results, as_proposed, problems, selection, simulated)


def _write(study: Study, results: Results, given: argparse.Namespace) -> tuple[Path, ...]:
    from criteria.files.study_file import save_study
    from desktop.app.version import file_name
    from desktop.documents.exports import write_brief_of, write_workbook_of

    folder: Path = given.out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnreadableFileError(f"The folder “{folder}” cannot be made: {error.strerror}.") from error
    if study.session.hidden:
        say("Answers are still hidden in this study; the workbook and the brief show them all.")
    name = "example" if given.input == "example" else file_name(Path(given.input).stem)
    paths = tuple(folder / f"{name}{suffix}" for suffix in (".xlsx", ".pdf", ".proportio"))
    write_workbook_of(results, paths[0])
    write_brief_of(results, paths[1])
    if paths[2].resolve() != Path(given.input).resolve():
        save_study(study, paths[2])
    return paths


def _check(given: argparse.Namespace) -> int:
    from criteria.files.inputs import study_from_file
    from criteria.problems import find_problems

    study, import_problems = study_from_file(given.input)
    for line in import_problems:
        print(f"{line.severity}: {line.message}")
    found = find_problems(study)
    for item in found:
        print(_line(item, study))
    everything = [p.severity for p in import_problems] + [p.severity for p in found]
    if not everything:
        print("No problems found.")
    return PROBLEMS if "error" in everything else DONE


def _template(given: argparse.Namespace) -> int:
    from criteria.files.template_workbook import write_template
    from criteria.template import new_study

    path: Path = given.output
    if path.suffix.lower() != ".xlsx":
        return usage_error(f"The template is a workbook: give a name that ends in .xlsx, not “{path.name}”.")
    write_template(path, new_study())
    say(f"Written: {path}")
    return DONE


def _summarise(results: Results) -> None:
    from desktop.app.words.summary import summary_lines

    for line in summary_lines(results):
        print(line)


def _line(problem: Problem, study: Study) -> str:
    from criteria.problem_words import message

    return f"{problem.severity}: {message(problem, study)}"
