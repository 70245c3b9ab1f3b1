"""A frame in which a room scrolls only where the window is too small for it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.widgets.roomy import Roomy, Upright

TEXT = "Words that wrap when there is little room for them. " * 8


def framed(qtbot: Any, width: int, height: int) -> tuple[Roomy, QWidget]:
    content = QWidget()
    column = QVBoxLayout(content)
    text = QLabel(TEXT)
    text.setWordWrap(True)
    column.addWidget(text)
    least = QWidget()
    least.setMinimumSize(400, 200)
    column.addWidget(least, 1)
    frame = Roomy(content)
    qtbot.addWidget(frame)
    frame.resize(width, height)
    with qtbot.waitExposed(frame):
        frame.show()
    return frame, content


def test_that_content_fills_a_window_that_is_large_enough(qtbot: Any) -> None:
    frame, content = framed(qtbot, 900, 500)
    assert content.size() == frame.viewport().size()
    assert not frame.verticalScrollBar().isVisible()
    assert not frame.horizontalScrollBar().isVisible()


def test_that_content_keeps_its_least_size_in_a_small_window(qtbot: Any) -> None:
    frame, content = framed(qtbot, 250, 150)
    assert content.width() >= 400
    assert content.height() >= 200
    assert frame.horizontalScrollBar().isVisible()
    assert frame.verticalScrollBar().isVisible()


def test_that_text_that_needs_few_lines_asks_for_little_height(qtbot: Any) -> None:
    frame, content = framed(qtbot, 1400, 260)
    assert not frame.verticalScrollBar().isVisible()
    assert content.height() <= 260


def test_that_a_growing_content_comes_to_scroll(qtbot: Any) -> None:
    frame, content = framed(qtbot, 900, 500)
    layout = content.layout()
    assert layout is not None
    more = QWidget()
    more.setMinimumHeight(900)
    layout.addWidget(more)
    qtbot.waitUntil(frame.verticalScrollBar().isVisible)


def test_that_a_column_is_never_narrower_than_its_content(qtbot: Any) -> None:
    content = QWidget()
    content.setLayout(QVBoxLayout())
    layout = content.layout()
    assert layout is not None
    inner = QWidget()
    inner.setMinimumSize(300, 900)
    layout.addWidget(inner)
    column = Upright(content)
    qtbot.addWidget(column)
    with qtbot.waitExposed(column):
        column.show()
    assert column.minimumSizeHint().width() > 300
    assert column.minimumSizeHint().height() < 300
    inner.setMinimumWidth(500)
    qtbot.waitUntil(lambda: column.minimumSizeHint().width() > 500)
