"""Cells of profile columns: texts, words of a vocabulary, lists, amounts and countries."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeAlias

from criteria.checks.problem import Severity
from criteria.countries import country_name, find_code, find_country
from criteria.files.cell_values import CellError, known_word, read_flag, read_list, read_number
from criteria.files.cells import Cell, cell_text
from criteria.files.column_mapping import ColumnTarget
from criteria.files.column_words import head_key, money_factor
from criteria.files.numbers import DecimalStyle
from criteria.model.fields import ProfileField, profile_field
from criteria.model.study import Study

#: Severity, code and clause of something to tell about a cell that was read all the same.
Remark: TypeAlias = tuple[Severity, str, str]
_ERROR_VALUES = frozenset({"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"})


def read_profile_cell(
    study: Study, column: ColumnTarget, cell: Cell, decimal: DecimalStyle | None
) -> tuple[Any, list[Remark]]:
    """The value of a profile field in a cell, with remarks; CellError where there is none to take over."""
    field = profile_field(column.target)
    text = cell_text(cell)
    if text in _ERROR_VALUES:
        raise CellError("error-value", f"the cell shows the error {text}; correct its formula or clear it")
    if field.kind == "flag":
        return read_flag(cell), []
    if field.kind in ("number", "money"):
        return _amount(field, column, cell, decimal), []
    if field.kind in ("list", "tags"):
        return _items(study, field, cell)
    if field.attribute == "id" and isinstance(cell, dt.date):
        raise CellError("date-in-text-cell", f"the cell holds the date {text}; enter the id as text")
    if field.kind == "choice" and text:
        word = known_word(text, field.vocabulary)
        return (word or text), ([] if word else [_unknown(field, text)])
    return text, []


def read_country(country: str, iso3: str) -> tuple[str, list[tuple[Severity, str, str, str]]]:
    """The country code to take over, and remarks with their field; a name without a code must be certain."""
    named = find_country(country) if country else None
    if not iso3:
        if country and named is None:
            clause = (
                f"the country “{country}” is not certain; add its three-letter code, "
                "or accept the name as it is."
            )
            return "", [("error", "unknown-country", clause, "country")]
        return named or "", []
    code = find_code(iso3)
    if code is None:
        clause = f"“{iso3}” is not a country code of ISO 3166-1; correct it, or accept it as it is."
        return iso3, [("error", "unknown-country-code", clause, "iso3")]
    if named and named != code:
        clause = (
            f"{iso3} means {country_name(code)}, but the country is “{country}” ({named}); "
            "correct one of them, or accept both as they are."
        )
        return code, [("error", "country-code-mismatch", clause, "iso3")]
    if code != iso3.strip().upper():
        return code, [
            ("note", "old-country-code", f"the country code {iso3} is taken over as {code}.", "iso3")
        ]
    return code, []


def _amount(
    field: ProfileField, column: ColumnTarget, cell: Cell, decimal: DecimalStyle | None
) -> float | None:
    number = read_number(cell, decimal)
    if number is None:
        return None
    if field.kind == "money":
        number = round(number * money_factor(column.head), 2)
    low = float("-inf") if field.minimum is None else field.minimum
    high = float("inf") if field.maximum is None else field.maximum
    if not low <= number <= high:
        allowed = f"{low:g} to {high:g}" if high < float("inf") else f"{low:g} or more"
        raise CellError("out-of-range", f"{number:g} is no {field.name}, which is {allowed}; correct it")
    return number


def _items(study: Study, field: ProfileField, cell: Cell) -> tuple[tuple[str, ...], list[Remark]]:
    remarks: list[Remark] = []
    items = []
    for item in read_list(cell):
        known: str | None = item
        if field.attribute == "safeguards":
            known = _safeguard(study, item)
        elif field.kind == "tags":
            known = known_word(item, field.vocabulary)
        if known is None:
            remarks.append(_unknown(field, item) if field.kind == "tags" else _no_safeguard(study, item))
        items.append(known or item)
    if field.attribute == "sdg_targets" and isinstance(cell, float) and items[0].endswith(".1"):
        clause = (
            f"the SDG target {items[0]} is stored as a number; if {items[0]}0 is meant, enter it as text."
        )
        remarks.append(("note", "number-in-text-cell", clause))
    return tuple(dict.fromkeys(items)), remarks


def _safeguard(study: Study, item: str) -> str | None:
    for safeguard in study.safeguards:
        if head_key(item) in (head_key(safeguard.id), head_key(safeguard.name)):
            return safeguard.id
    return None


def _no_safeguard(study: Study, item: str) -> Remark:
    known = ", ".join(safeguard.id for safeguard in study.safeguards) or "none"
    clause = f"the study has no safeguard “{item}” (it has {known}); correct it, or accept it as it is."
    return "error", "unknown-safeguard", clause


def _unknown(field: ProfileField, word: str) -> Remark:
    if field.kind == "tags":
        return "note", "unknown-tag", f"no red line knows the technology tag “{word}”; check its spelling."
    known = ", ".join(field.vocabulary)
    clause = f"{field.name} does not know “{word}”; use one of {known}, or accept the word as it is."
    return "error", "unknown-word", clause
