"""Text from a study made fit for a cell: never a formula, never a character that a workbook cannot hold."""

from __future__ import annotations

import re

#: The most characters a cell holds in Excel.
LONGEST = 32_767
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\n")
_CUT = " [cut: the text was longer than a cell]"


def safe_text(text: str) -> tuple[str, str | None]:
    """The text as a cell can hold it, and in words what had to be changed, None where nothing was."""
    remark = None
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = _ILLEGAL.sub("", kept)
    if clean != kept:
        count = len(kept) - len(clean)
        remark = f"{count} character{'s' if count > 1 else ''} that no workbook can hold removed"
    if len(clean) > LONGEST:
        cut = f"{len(clean) - LONGEST + len(_CUT)} characters at the end cut, a cell holds {LONGEST}"
        remark = cut if remark is None else f"{remark}; {cut}"
        clean = clean[: LONGEST - len(_CUT)] + _CUT
    return clean, remark


def starts_like_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula when somebody edits its cell."""
    return text.startswith(_STARTS_FORMULA)


def xml_text(text: str) -> str:
    """The text between the tags of a cell; a literal _x0041_ stays what it is."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LOOKS_ESCAPED.sub("_x005F_", escaped) if "_x" in escaped else escaped


def formula_text(formula: str) -> str:
    """A formula between the tags of a cell."""
    return formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
