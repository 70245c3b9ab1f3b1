"""Columns find their place; what does not is listed."""

from __future__ import annotations

from criteria.files.column_mapping import ColumnMapping, ColumnTarget, propose_mapping
from criteria.files.tables import read_tables
from criteria.shipped import resource
from criteria.template import new_study

STUDY = new_study()
HEAD = ("project_id", "title", "N1")
DATA = ("P01", "A", 0.5)


def kinds(mapping: ColumnMapping) -> list[str]:
    return [f"{column.kind}:{column.target}" for column in mapping.columns]


def test_that_every_column_of_the_example_has_its_place() -> None:
    rows = read_tables(resource("example", "portfolio.csv")).sheets[0].rows
    mapping = propose_mapping(rows, STUDY)
    assert (mapping.header_row, mapping.first_row, mapping.clashes) == (0, 1, ())
    assert [column.head for column in mapping.columns if column.kind == "none"] == []
    assert [column.head for column in mapping.columns if column.kind == "derived"] == [
        "red_line_flags",
        "expected_screen",
        "open_conditions",
    ]


def test_that_heads_are_found_below_a_preamble() -> None:
    rows = (("Call 2026", None, None), (None, None, None), ("Title", "for the committee", None), HEAD, DATA)
    mapping = propose_mapping(rows, STUDY)
    assert (mapping.header_row, mapping.first_row) == (3, 4)


def test_that_merged_group_heads_are_joined_with_the_heads_below() -> None:
    rows = (
        ("Project", None, "A2", None, None, "H1"),
        ("Id", "Title", "low", "most likely", "high", None),
        ("P01", "A", 1, 2, 3, 4),
    )
    mapping = propose_mapping(rows, STUDY)
    assert kinds(mapping) == ["profile:id", "profile:title", "low:A2", "value:A2", "high:A2", "value:H1"]
    assert (mapping.header_row, mapping.first_row) == (0, 2)


def test_that_a_row_of_names_below_ids_is_part_of_the_head() -> None:
    names = ("Id", "Title", "Human development gap (HDI)")
    assert propose_mapping((HEAD, names, DATA), STUDY).first_row == 2


def test_that_data_below_the_head_are_not_taken_for_names() -> None:
    assert propose_mapping((HEAD, ("P01", "Country", 0.5), DATA), STUDY).first_row == 1


def test_that_the_user_may_point_at_the_head() -> None:
    rows = (HEAD, DATA, ("Nr", "Name", "HDI"), DATA)
    assert propose_mapping(rows, STUDY).header_row == 0
    assert propose_mapping(rows, STUDY, header_row=2).header_row == 2


def test_that_a_table_of_something_else_has_no_head() -> None:
    mapping = propose_mapping((("Month", "Rain"), ("May", 3.0)), STUDY)
    assert mapping == ColumnMapping(None, 0, ())
    assert propose_mapping((), STUDY).header_row is None


def test_that_unknown_columns_are_listed_and_empty_ones_are_not() -> None:
    rows = ((*HEAD, "Colour", None, None), (*DATA, "red", "left over", None))
    mapping = propose_mapping(rows, STUDY)
    assert [(c.index, c.head, c.kind) for c in mapping.columns[3:]] == [
        (3, "Colour", "none"),
        (4, "", "none"),
    ]
    assert [column.label for column in mapping.columns[3:]] == ["Colour (D)", "column E"]


def test_that_two_columns_for_one_place_clash() -> None:
    mapping = propose_mapping(((*HEAD, "n1"), (*DATA, 0.4)), STUDY)
    assert [[column.index for column in group] for group in mapping.clashes] == [[2, 3]]


def test_that_a_synonym_gives_way_to_the_name_and_stays_listed() -> None:
    mapping = propose_mapping(((*HEAD, "HDI", "No"), (*DATA, 0.4, 1)), STUDY)
    assert mapping.clashes == ()
    assert kinds(mapping)[2:] == ["value:N1", "none:", "none:"]


def test_that_two_synonyms_clash() -> None:
    mapping = propose_mapping((("id", "title", "HDI", "human development index"), (*DATA, 0.4)), STUDY)
    assert len(mapping.clashes) == 1


def test_that_a_column_can_be_sent_elsewhere_or_left_out() -> None:
    mapping = propose_mapping(((*HEAD, "n1"), (*DATA, 0.4)), STUDY)
    assert mapping.assigned(3, "none").clashes == ()
    moved = mapping.assigned(3, "value", "S1")
    assert moved.column("value", "S1") == ColumnTarget(3, "n1", "value", "S1", strong=True)
    assert moved.column("value", "H4") is None
