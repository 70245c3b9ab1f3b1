"""The look dresses the application, tells about it, and widgets follow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QSlider, QTabBar, QWidget

from desktop.look.icons import APP_SIZES, app_icon
from desktop.look.look import Look
from desktop.look.metrics import Metrics
from desktop.look.palette import build_palette
from desktop.look.state_marks import STATES, paint_missing, paint_state
from desktop.look.style_sheet import _merged, build_style_sheet
from desktop.look.theme import RESOURCES, THEMES, load_theme
from desktop.look.wrapping import elide, wrap_text
from tests.support.windows import look_of_tests, wear

ICONS = sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg"))


@pytest.fixture
def look(qapp: QApplication) -> Any:
    look = look_of_tests()
    yield look
    wear()


def test_that_changing_the_theme_is_told_and_reaches_the_palette(look: Look, qtbot: Any) -> None:
    with qtbot.waitSignal(look.changed):
        wear("dark")
    assert QApplication.palette().color(QPalette.ColorRole.Window) == load_theme("dark").colour("surface")


@pytest.mark.parametrize("name", THEMES)
def test_that_the_palette_sets_every_role_in_every_group(name: str) -> None:
    palette = build_palette(load_theme(name))
    roles = [role for role in QPalette.ColorRole if role.value < QPalette.ColorRole.NColorRoles.value]
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        unset = [role for role in roles if not palette.isBrushSet(group, role)]
        assert unset == [QPalette.ColorRole.NoRole]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_the_style_sheet_leaves_no_name_open(qapp: QApplication, name: str, scale: float) -> None:
    sheet = build_style_sheet(load_theme(name), Metrics(QFont(), scale))
    assert "$" not in sheet
    assert load_theme(name).colours["selection"] in sheet


def test_that_no_size_takes_the_name_of_a_colour() -> None:
    with pytest.raises(KeyError, match="two meanings for line"):
        _merged({"line": "#D5D9E0"}, {"line": 17})


@pytest.mark.parametrize("name", [name for name in ICONS if name != "proportio"])
def test_that_every_icon_is_drawn_in_the_colour_asked_for(look: Look, name: str) -> None:
    image = look.icons.pixmap(name, "danger", 32).toImage()
    wanted = look.colour("danger")
    solid = [
        image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255
    ]
    assert solid
    assert all(abs(c.red() - wanted.red()) < 3 and abs(c.blue() - wanted.blue()) < 3 for c in solid)


def test_that_an_icon_nobody_drew_is_refused(look: Look) -> None:
    with pytest.raises(FileNotFoundError):
        look.icon("unicorn")


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_that_a_painted_icon_fills_its_square_sharply(look: Look, ratio: float) -> None:
    image = QImage(round(40 * ratio), round(40 * ratio), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    for _ in range(2):
        look.paint_icon(painter, QRect(10, 10, 20, 20), "tick", "danger")
    painter.end()
    edge, start = round(20 * ratio), round(10 * ratio)
    drawn = look.icons.pixmap("tick", "danger", 20, ratio).toImage()
    painted = image.copy(start, start, edge, edge)
    solid = [(x, y) for x in range(edge) for y in range(edge) if drawn.pixelColor(x, y).alpha() == 255]
    assert solid
    assert {painted.pixelColor(x, y).name() for x, y in solid} == {look.colour("danger").name()}
    assert image.pixelColor(start - 1, start - 1).alpha() == 0


def test_that_a_disabled_icon_is_paler(look: Look) -> None:
    icon, size = look.icon("tick", "text"), QSize(16, 16)
    normal = icon.pixmap(size, QIcon.Mode.Normal).toImage()
    disabled = icon.pixmap(size, QIcon.Mode.Disabled).toImage()
    assert normal != disabled


def test_that_the_program_has_its_icon_at_every_size(qapp: QApplication) -> None:
    assert {size.width() for size in app_icon().availableSizes()} == set(APP_SIZES)


def _painted(state: str) -> QImage:
    image = QImage(28, 28, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_state(painter, QPointF(14, 14), 28, state, load_theme("light"))
    painter.end()
    return image


def _ink(image: QImage) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 200
    }


def test_that_each_state_has_a_shape_of_its_own(qapp: QApplication) -> None:
    shapes = {state: frozenset(_ink(_painted(state))) for state in STATES}
    assert len(set(shapes.values())) == len(STATES)


def test_that_a_promise_not_closed_has_no_right_half(qapp: QApplication) -> None:
    assert all(x <= 14 for x, _y in _ink(_painted("conditional-open")))
    assert any(x > 20 for x, _y in _ink(_painted("conditional-met")))


def test_that_an_unknown_state_is_refused(qapp: QApplication) -> None:
    image = QImage(10, 10, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    with pytest.raises(KeyError):
        paint_state(painter, QPointF(5, 5), 10, "maybe", load_theme("light"))
    painter.end()


def test_that_a_missing_cell_is_hatched_in_two_tones(qapp: QApplication) -> None:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_missing(painter, QRectF(0, 0, 40, 20), load_theme("light"))
    painter.end()
    tones = {image.pixelColor(x, 10).lightness() for x in range(3, 37)}
    assert max(tones) - min(tones) > 15


def test_that_standard_widgets_are_drawn_in_all_their_states(look: Look, qtbot: Any, tmp_path: Path) -> None:
    widgets: list[QWidget] = [QCheckBox("a"), QComboBox(), QDoubleSpinBox(), QSlider(), QTabBar()]
    for widget in widgets:
        qtbot.addWidget(widget)
        widget.resize(120, 40)
        enabled = widget.grab().toImage()
        widget.setEnabled(False)
        assert widget.grab().toImage() != enabled or isinstance(widget, QTabBar)


def test_that_fields_are_as_high_as_buttons(look: Look, qtbot: Any) -> None:
    combo, spin = QComboBox(), QDoubleSpinBox()
    for widget in (combo, spin):
        qtbot.addWidget(widget)
        assert widget.sizeHint().height() == look.metrics.control


def test_that_the_ring_shows_for_keys_and_not_for_fields(look: Look, qtbot: Any) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    box, combo = QCheckBox("choose", room), QComboBox(room)
    ring = look._ring
    assert ring is not None
    ring._follow(None, box)
    assert ring.widget() is box
    ring._follow(box, combo)
    assert ring.widget() is None
    ring._follow(combo, None)


def test_that_the_ring_outlives_the_dialog_in_which_it_stood(look: Look, qtbot: Any) -> None:
    ring = look._ring
    assert ring is not None
    for _ in range(2):
        dialog = QWidget()
        box = QCheckBox("choose", dialog)
        ring._follow(None, box)
        assert ring.widget() is box
        shiboken6.delete(dialog)
        assert ring.widget() is None
    room = QWidget()
    qtbot.addWidget(room)
    box = QCheckBox("choose", room)
    ring._follow(None, box)
    assert ring.widget() is box
    ring._follow(box, None)


def test_that_long_text_is_wrapped_within_its_width(look: Look) -> None:
    metrics = look.metrics
    lines = wrap_text("Regional regulatory sandbox and data-protection twinning", 150, "small", metrics)
    assert len(lines) == 2
    assert all(metrics.width(line, "small") <= 150 for line in lines)


def test_that_text_that_fits_is_left_alone(look: Look) -> None:
    assert wrap_text("Crops", 500, "small", look.metrics) == ["Crops"]
    assert elide("Crops", 500, "small", look.metrics) == "Crops"


def test_that_a_single_word_without_end_is_cut_short(look: Look) -> None:
    lines = wrap_text("Datenschutzgrundverordnungskonformität" * 3, 100, "small", look.metrics)
    assert lines[-1].endswith("…")
    assert all(look.metrics.width(line, "small") <= 100 for line in lines)
