"""The brief on one page."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from criteria.errors import SaveError
from criteria.ranking.results import rank
from desktop.documents.brief import brief_image, write_brief
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
