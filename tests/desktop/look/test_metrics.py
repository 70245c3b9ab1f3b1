"""Sizes follow the font."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop.look.metrics import TYPE_SCALE, Metrics


def base(pixels: int = 13) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    return font


def test_that_the_unit_is_eight_pixels_at_the_usual_size(qapp: QApplication) -> None:
    assert Metrics(base()).unit == 8


def test_that_twice_the_scale_is_twice_the_unit(qapp: QApplication) -> None:
    assert Metrics(base(), 2.0).unit == 2 * Metrics(base()).unit


def test_that_type_grows_along_the_scale(qapp: QApplication) -> None:
    metrics = Metrics(base())
    sizes = [
        metrics.font(kind).pixelSize() for kind in ("tick", "small", "body", "head", "title", "statement")
    ]
    assert sizes == sorted(set(sizes))


def test_that_every_line_holds_its_letters(qapp: QApplication) -> None:
    metrics = Metrics(base())
    assert all(metrics.line(kind) >= metrics.measure(kind).height() - 0.5 for kind in TYPE_SCALE)


def test_that_figures_are_as_wide_as_each_other(qapp: QApplication) -> None:
    metrics = Metrics(base())
    assert metrics.width("1111", "strong") == metrics.width("8888", "strong")


def test_that_widths_asked_again_are_the_same(qapp: QApplication) -> None:
    metrics = Metrics(base())
    assert metrics.width("closeness") == metrics.width("closeness") > 0


def test_that_hairlines_stay_whole_pixels(qapp: QApplication) -> None:
    assert Metrics(base(17)).stroke(1) == round(Metrics(base(17)).stroke(1))
