"""The sheet Settings: choices of method and cut-offs that formulas read, and where the numbers come from."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from criteria.files.study_file import encode_study
from criteria.model.settings import GROUP, GROUP_METHODS, SCORE_SETS, Settings
from criteria.model.study import FORMAT_VERSION
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import choose_from, set_up_print, write_title
from criteria.report.workbook.geometry import SETTINGS, TABLE_FIRST, TABLE_HEAD
from criteria.report.workbook.references import here
from criteria.report.workbook.rule_formula import cutoff_name
from criteria.report.workbook.settings_rows import (
    CHOICES,
    GROUP_CHOICES,
    VALUE,
    choice_row,
    cutoff_row,
    group_row,
)
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import (
    HEAD,
    HEAD_RIGHT,
    INPUT_WORDS,
    MUTED_WRAPPED,
    STRONG,
    WORDS,
    WRAPPED,
    inputs,
)
from criteria.screening.safeguards import DESCOPED_CAP, ORDINARY_CAP
from criteria.weighting.random_index import TABLES

if TYPE_CHECKING:
    from openpyxl import Workbook

_NAMES = {
    "score_set": ("Scores that count", ("proposed: as proposed; offered: with the safeguards offered; "
    "required: with all "
                  "that red lines ask for")),
    "prioritisation": ("Weights from complete judgements", ("eigenvector (Saaty 1977) or geometric_mean "
    "(Crawford & Williams 1985); missing judgements: see below")),
    "normalisation": ("TOPSIS normalisation", ("fixed: declared scales; vector: column norm (Hwang & "
    "Yoon 1981); minmax: "
                      "range of the ranked projects")),
    "synthesis": ("AHP synthesis",
                  "ideal: intensities as they are (Saaty 2006); distributive: divided by their sum"),
    "theta": ("θ, share of severity that always counts", ("0 to 1; even the best institutions keep this "
    "share of the "
              "severity")),
    "cap": ("Most levels safeguards change", "for one criterion of one project"),
    "group_method": ("How a group's answers are combined", ("priorities_geometric or priorities_arithmetic: "
    "means of weights (AIP); judgements: joined judgements (AIJ; Forman & Peniwati 1998)")),
    "weights_of": ("Whose weights count", "group, or the id of the one stakeholder whose weights count"),
    "cap_descoped": ("Most levels with technical de-scoping", "where SG13 touches the criterion"),
}  # fmt: skip
_LISTS = {
    "score_set": ",".join(SCORE_SETS),
    "prioritisation": "eigenvector,geometric_mean",
    "normalisation": "fixed,vector,minmax",
    "synthesis": "ideal,distributive",
}
#: The most characters a list of choices in a cell may have.
_LONGEST_LIST = 250


def write_settings(builder: SheetBuilder, draft: Draft) -> None:
    """Writes choices, cut-offs, provenance, and what had to be changed in texts to fit a workbook."""
    write_title(
        builder, draft, "Settings and provenance",
        "Formulas read the yellow cells by the names in the last column; change one and every sheet follows.",
    )  # fmt: skip
    builder.texts(TABLE_HEAD, 1, ("", "setting"), builder.style(HEAD))
    builder.text(TABLE_HEAD, VALUE, "value", builder.style(HEAD_RIGHT))
    builder.texts(TABLE_HEAD, VALUE + 1, ("meaning", "name in formulas"), builder.style(HEAD))
    _write_choices(builder, draft)
    _write_cutoffs(builder, draft)
    row = TABLE_FIRST + len(CHOICES) + len(draft.study.thresholds) + 1
    if draft.group is not None:
        _write_group_choices(builder, draft)
        row += len(GROUP_CHOICES)
    row = _write_pairs(builder, row, "Fixed for this export", _other_settings(draft))
    row = _write_pairs(builder, row + 1, "Provenance", _provenance(draft))
    if draft.log.remarks:
        found = [(f"{remark.sheet}!{remark.cell}", remark.what, "") for remark in draft.log.remarks]
        _write_pairs(builder, row + 1, "Texts changed to fit a cell", found)
    sheet = builder.sheet
    for column, width in zip("ABCDE", (3, 44, 22, 76, 24), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = f"A{TABLE_FIRST}"
    set_up_print(sheet, draft)


def define_names(book: Workbook, draft: Draft) -> None:
    """Gives the cells that formulas read their names."""
    from openpyxl.workbook.defined_name import DefinedName

    rows = {name: choice_row(name) for name in CHOICES}
    for threshold in draft.study.thresholds:
        name = cutoff_name(threshold.id)
        if name is not None:
            rows[name] = cutoff_row(draft.study, threshold.id)
    if draft.group is not None:
        rows |= {name: group_row(draft.study, name) for name in GROUP_CHOICES}
    for name, row in rows.items():
        book.defined_names[name] = DefinedName(name, attr_text=SETTINGS.cell(row, VALUE))


def study_digest(draft: Draft) -> str:
    """The SHA-256 of the study as its file holds it."""
    return hashlib.sha256(encode_study(draft.study)).hexdigest()


def choice_values(draft: Draft) -> dict[str, Value]:
    """The value of each choice that formulas read."""
    settings: Settings = draft.study.settings
    return {
        "score_set": draft.results.matrix.score_set,
        "prioritisation": settings.prioritisation,
        "normalisation": settings.topsis_normalisation,
        "synthesis": settings.ahp_synthesis,
        "theta": settings.theta,
        "cap": ORDINARY_CAP,
        "cap_descoped": DESCOPED_CAP,
    }


def _write_choices(builder: SheetBuilder, draft: Draft) -> None:
    for name, value in choice_values(draft).items():
        _write_choice(builder, choice_row(name), name, value, _LISTS.get(name, ""))


def _write_choice(builder: SheetBuilder, row: int, name: str, value: Value, choices: str) -> None:
    words, quiet = builder.style(WORDS), builder.style(MUTED_WRAPPED)
    title, meaning = _NAMES[name]
    builder.text(row, 2, title, words)
    builder.value(row, VALUE, value, builder.style(INPUT_WORDS if isinstance(value, str) else inputs()))
    builder.text(row, VALUE + 1, meaning, quiet)
    builder.text(row, VALUE + 2, name, words)
    builder.height(row, 28)
    if choices:
        choose_from(builder, here(row, VALUE), f'"{choices}"')


def _write_group_choices(builder: SheetBuilder, draft: Draft) -> None:
    """How answers are combined and whose count; ids that a list in a cell cannot hold are typed instead."""
    study, settings = draft.study, draft.study.settings
    _write_choice(builder, group_row(study, "group_method"), "group_method", settings.group_method,
                  ",".join(GROUP_METHODS))  # fmt: skip
    ids = [GROUP, *(person.id for person in study.stakeholders)]
    listed = ",".join(ids)
    plain = len(listed) <= _LONGEST_LIST and not any(set(one) & set(',"') for one in ids)
    _write_choice(builder, group_row(study, "weights_of"), "weights_of", settings.weights_of,
                  listed if plain else "")  # fmt: skip


def _write_cutoffs(builder: SheetBuilder, draft: Draft) -> None:
    words, quiet = builder.style(WORDS), builder.style(MUTED_WRAPPED)
    for threshold in draft.study.thresholds:
        row = cutoff_row(draft.study, threshold.id)
        builder.text(row, 2, f"Cut-off: {threshold.name}", words)
        builder.number(row, VALUE, threshold.value, builder.style(inputs()))
        note = f"{threshold.field}: {threshold.note}" if threshold.note else threshold.field
        builder.text(row, VALUE + 1, note, quiet)
        builder.text(row, VALUE + 2, cutoff_name(threshold.id) or "", words)


def _write_pairs(
    builder: SheetBuilder, row: int, title: str, pairs: Sequence[tuple[str, Value | None, str]]
) -> int:
    """A block of names, values and remarks; the row after it."""
    builder.text(row, 2, title, builder.style(STRONG))
    words, wrapped, quiet = builder.style(WORDS), builder.style(WRAPPED), builder.style(MUTED_WRAPPED)
    for name, value, meaning in pairs:
        row += 1
        builder.text(row, 2, name, words)
        if isinstance(value, str) and len(value) > 24:
            builder.blank(row, VALUE, words)
            builder.text(row, VALUE + 1, value, wrapped)
            builder.height(row, 13.5 * (len(value) // 80 + 1) + 2)
            continue
        builder.height(row, 13.5 * (len(meaning) // 80 + 1) + 2)
        builder.value(row, VALUE, value if value is not None else "not set", builder.style(WORDS))
        builder.text(row, VALUE + 1, meaning, quiet)
    return row + 1


def _other_settings(draft: Draft) -> list[tuple[str, Value | None, str]]:
    settings = draft.study.settings
    comparisons = {
        "ratings": "value functions",
        "projects": "pairwise comparisons of projects where they exist",
    }
    return [
        ("Intensities of AHP", settings.ahp_intensities, comparisons[settings.ahp_intensities]),
        ("Random index", settings.random_index, "for n = 3 to 15: " + ", ".join(
            f"{value:.4g}" for value in TABLES.get(settings.random_index, ()))),
        ("Missing judgements", settings.incomplete, ("least_squares (Bozóki, Fülöp & Rónyai 2010), harker "
            "(Harker 1987) or lambda_max: eigenvector of the completed judgements")),
        ("Weights from", draft.results.weights.source, "stakeholder whose answers count, equal, or given"),
        ("Budget, EUR", settings.budget_eur, "for the choice of projects"),
        ("Draws of a simulation", float(settings.draws), ""),
        ("Seed of a simulation", float(settings.seed), "the same seed gives the same numbers"),
    ]  # fmt: skip


def _provenance(draft: Draft) -> list[tuple[str, Value | None, str]]:
    study, origin = draft.study, draft.provenance
    created = origin.created.isoformat(" ", "seconds") if origin.created else "not stated"
    return [
        ("Study", study.title, ""),
        ("Purpose", study.purpose or None, ""),
        ("Decision date", study.decision_date or None, ""),
        ("Who decides", study.decides or None, ""),
        ("Program", f"Proportio {origin.program_version}", ""),
        ("Written", created, ""),
        ("Format of the study", float(FORMAT_VERSION), "version of the study file"),
        ("SHA-256 of the study", study_digest(draft), ""),
        ("Projects, criteria", f"{len(study.projects)}, {len(study.active_criteria)}", draft.fictional),
    ]
