"""The brief on one page."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from criteria.errors import SaveError
from criteria.ranking.results import rank
from desktop.documents.brief import brief_image, write_brief
from desktop.documents.brief_table import ReasonsTable
from desktop.documents.paper import HEIGHT, Paper, page_image
from tests.support.studies import example, project, study_with
from tests.support.windows import LONG_TITLE, many_projects

NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    "study",
    [
        example(),
        study_with(),
        study_with(project("P1", {"title": LONG_TITLE})),
        many_projects(example(), 200),
    ],
    ids=["example", "empty", "one", "200"],
)
def test_that_the_brief_is_one_page(qapp: Any, tmp_path: Path, study: Any) -> None:
    path = tmp_path / "brief.pdf"
    write_brief(rank(study), path, NOW)
    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 1


def test_that_the_preview_shows_ink_and_white(qapp: Any) -> None:
    image = brief_image(rank(example()))
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 20


def test_that_an_unwritable_place_is_said_in_a_sentence(qapp: Any, tmp_path: Path) -> None:
    with pytest.raises(SaveError, match=r"brief\.pdf"):
        write_brief(rank(example()), tmp_path / "nowhere" / "brief.pdf", NOW)


@pytest.mark.parametrize("title", ["Short", LONG_TITLE, f"{LONG_TITLE} " * 4])
def test_that_long_titles_leave_room_for_the_map(qapp: Any, title: str) -> None:
    study = example()
    projects = tuple(msgspec.structs.replace(item, title=title) for item in study.projects)
    results = rank(msgspec.structs.replace(study, projects=projects))
    ends: list[float] = []

    def paint(paper: Paper) -> None:
        room = HEIGHT * 0.55
        top = paper.y
        ReasonsTable(results, None).paint(paper, 10, room)
        ends.append(paper.y - top)

    page_image(paint, 1.0)
    assert 0 < ends[0] <= HEIGHT * 0.55


def test_that_more_room_shows_more_of_the_words(qapp: Any) -> None:
    table = ReasonsTable(rank(example()), None)
    heights: list[float] = []

    def paint(paper: Paper) -> None:
        cells = [table._cells(row) for row in table.rows(10)]
        heights.extend(table._height(paper, cells, lines) for lines in (2, 3, 4))

    page_image(paint, 1.0)
    assert heights[0] < heights[1] <= heights[2]
