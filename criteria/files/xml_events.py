"""XML of workbooks read as a stream of events, without entities, document types or foreign encodings."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class ForbiddenXmlError(Exception):
    """The XML declares a document type or an entity, which no spreadsheet program writes."""


class DamagedXmlError(Exception):
    """The XML is not well formed or not written in UTF-8."""


class _RootReachedError(Exception):
    """Ends the reading of a prolog."""


#: What OpenOffice wrote above its own dialogs and manifests; it names a file and declares nothing.
_HARMLESS_SYSTEM_IDS = frozenset({"Manifest.dtd", "script.dtd", "libraries.dtd", "library.dtd", "dialog.dtd"})


def walk(xml: bytes, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Calls `start`, `end`, `text` for each element; its name comes without prefix, attributes as written.

    Raises `ForbiddenXmlError` at a document type and `DamagedXmlError` at anything that is not well formed.
    """
    parser = _guarded_parser()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    if end is not None:
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if text is not None:
        parser.CharacterDataHandler = text
    _parse(parser, xml)


def check_prolog(xml: bytes) -> None:
    """Nothing, when all before the first element is harmless; raises as `walk` does. Cheap for any length."""
    if xml[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in xml[:4]:
        raise DamagedXmlError("encoding UTF-16")
    parser = _guarded_parser()
    parser.StartElementHandler = _stop_at_root
    try:
        for start in range(0, len(xml), 65_536):
            _parse(parser, xml[start : start + 65_536], last=False)
    except _RootReachedError:
        return
    raise DamagedXmlError("no element")


def _guarded_parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.EntityDeclHandler = _refuse_entity
    parser.XmlDeclHandler = _refuse_encoding
    return parser


def _parse(parser: expat.XMLParserType, xml: bytes, *, last: bool = True) -> None:
    try:
        parser.Parse(xml, last)
    except expat.ExpatError as error:
        raise DamagedXmlError(str(error)) from error


def _stop_at_root(_name: str, _attributes: dict[str, str]) -> None:
    raise _RootReachedError


def _refuse_doctype(_name: str, system_id: str | None, _public_id: str | None, has_subset: bool) -> None:
    if has_subset or system_id not in _HARMLESS_SYSTEM_IDS:
        raise ForbiddenXmlError


def _refuse_entity(*_declaration: object) -> None:
    raise ForbiddenXmlError


def _refuse_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.upper() not in {"UTF-8", "US-ASCII", "ASCII"}:
        raise DamagedXmlError(f"encoding {encoding}")
