"""XML events, and the XML that is refused."""

from __future__ import annotations

import pytest

from criteria.files.xml_events import DamagedXmlError, ForbiddenXmlError, check_prolog, walk


def test_that_elements_come_without_prefix_and_text_whole() -> None:
    events: list[object] = []
    walk(
        b'<x:a xmlns:x="n" r:id="1"><b>t&amp;u</b></x:a>'.replace(b"r:id", b"id"),
        lambda name, attributes: events.append((name, attributes)),
        lambda name: events.append(f"/{name}"),
        events.append,
    )
    assert events == [("a", {"xmlns:x": "n", "id": "1"}), ("b", {}), "t&u", "/b", "/a"]


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a PUBLIC "x" "http://example.org/a.dtd"><a/>',
        b'<!--c--><?xml-stylesheet href="x"?><!DOCTYPE a><a/>',
        b'<!DOCTYPE a PUBLIC "x" "Manifest.dtd" [<!ENTITY b "c">]><a/>',
    ],
)
def test_that_document_types_are_forbidden(xml: bytes) -> None:
    with pytest.raises(ForbiddenXmlError):
        check_prolog(xml)
    with pytest.raises(ForbiddenXmlError):
        walk(xml, lambda _name, _attributes: None)


def test_that_the_document_types_of_old_open_office_parts_are_harmless() -> None:
    check_prolog(
        b'<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE manifest:manifest PUBLIC '
        b'"-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest:manifest xmlns:manifest="m"/>'
    )


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"no xml",
        b"<!--only a comment-->",
        "<a/>".encode("utf-16"),
        "<a/>".encode("utf-16-le"),
        b'<?xml version="1.0" encoding="EBCDIC-CP-US"?><a/>',
        b'<?xml version="1.0" encoding="UTF-16"?><a/>',
    ],
)
def test_that_other_encodings_and_no_elements_are_damage(xml: bytes) -> None:
    with pytest.raises(DamagedXmlError):
        check_prolog(xml)


def test_that_only_the_prolog_is_looked_at() -> None:
    check_prolog(b"<!--" + b"x" * 200_000 + b"--><a><never closed")


def test_that_xml_that_breaks_off_is_damage() -> None:
    with pytest.raises(DamagedXmlError):
        walk(b"<a><b></a>", lambda _name, _attributes: None)


def test_that_undeclared_entities_are_damage() -> None:
    with pytest.raises(DamagedXmlError):
        walk(b"<a>&b;</a>", lambda _name, _attributes: None)
