"""Help pages are readable at every size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextDocument, QTextTable
from PySide6.QtWidgets import QWidget

from desktop.dialogs.help_dialog import PAGES, HelpDialog, help_text
from tests.support.windows import look_of_tests, wear


@pytest.fixture
def dialog(qtbot: Any) -> Iterator[HelpDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = HelpDialog.show_at(parent, look_of_tests(), "robustness")
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def test_that_paragraphs_stand_apart_and_headings_stand_out(dialog: HelpDialog) -> None:
    document = dialog._page.document()
    first, *others = blocks(document)
    heading = first.begin().fragment().charFormat().font()
    assert heading.pixelSize() == look_of_tests().font("title").pixelSize()
    assert all(block.blockFormat().bottomMargin() > 0 for block in others)
    assert document.documentMargin() == look_of_tests().metrics.space("xl")


def test_that_cells_of_tables_have_air(dialog: HelpDialog) -> None:
    dialog.show_page("keys")
    tables = [f for f in dialog._page.document().rootFrame().childFrames() if isinstance(f, QTextTable)]
    assert tables
    assert all(table.format().cellPadding() >= look_of_tests().metrics.space("s") for table in tables)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_that_the_list_of_pages_shows_its_words_whole(dialog: HelpDialog, scale: float) -> None:
    wear("light", scale)
    try:
        pages = dialog._list
        assert pages.count() == len(PAGES)
        titles = [pages.item(row).text() for row in range(pages.count())]
        widest = max(look_of_tests().metrics.width(title, "body") for title in titles)
        assert widest + 2 * look_of_tests().metrics.space("l") <= pages.viewport().width()
        assert not pages.horizontalScrollBar().isVisible()
        tops = [pages.visualItemRect(pages.item(row)).top() for row in range(pages.count())]
        least = look_of_tests().metrics.line("body")
        assert all(below - above >= least for above, below in pairwise(tops))
    finally:
        wear()


def test_that_a_link_turns_the_page(dialog: HelpDialog) -> None:
    dialog._follow(QUrl("methods.md"))
    assert dialog._list.currentRow() == PAGES.index("methods")


@pytest.mark.parametrize("name", PAGES)
def test_that_every_picture_of_a_page_is_shipped_and_fits_the_page(dialog: HelpDialog, name: str) -> None:
    dialog.show_page(name)
    for path in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", help_text(name)):
        picture = dialog._page.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(path))
        assert isinstance(picture, QImage)
        assert picture.width() > 100
    assert not dialog._page.horizontalScrollBar().isVisible()


def test_that_the_pages_of_sessions_have_pictures() -> None:
    assert help_text("session").count("](pictures/") == 3
    assert "](pictures/group.png)" in help_text("weights")
