"""The sliders of all premises and criteria below each other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.pages.robustness.weight_slider import WHOLE, LockButton, SliderRow, WeightSlider, label_width
from desktop.widgets.choices import clear_layout


class SliderList(QScrollArea):
    """`moved(key, share, is_dragged)` by pointer or keys, `let_go` after a drag, `locked(key, is_locked)`."""

    moved = Signal(str, float, bool)
    let_go = Signal()
    locked = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._keys: tuple[tuple[str, str], ...] = ()
        self.sliders: dict[str, WeightSlider] = {}
        self.locks: dict[str, LockButton] = {}
        self._holder = holder = QWidget()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.metrics.space("xs"))
        self._grid.setVerticalSpacing(0)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, look.metrics.space("s"), 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: tuple[SliderRow, ...], *, is_described: bool = True) -> None:
        """Shows these weights; widgets are made anew only for other premises or criteria."""
        keys = tuple((row.key, row.label) for row in rows)
        if keys != self._keys:
            self._make(rows)
            self._keys = keys
        for row in rows:
            self.sliders[row.key].show_row(row, is_described=is_described)
            lock = self.locks[row.key]
            if lock.isChecked() != row.is_locked:
                with QSignalBlocker(lock):
                    lock.setChecked(row.is_locked)
                lock.update()

    def take_keyboard(self) -> None:
        """The first slider takes the keys."""
        if self._keys:
            self.sliders[self._keys[0][0]].setFocus()

    def _make(self, rows: tuple[SliderRow, ...]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            if item is not None:
                clear_layout(item)
        self.sliders, self.locks = {}, {}
        wide = label_width(self._look, rows)
        for place, row in enumerate(rows):
            slider, lock = WeightSlider(self._look, row, wide), LockButton(self._look, row.name)
            slider.valueChanged.connect(partial(self._move, row.key))
            slider.sliderReleased.connect(self.let_go)
            lock.toggled.connect(partial(self.locked.emit, row.key))
            self._grid.addWidget(lock, place, 0)
            self._grid.addWidget(slider, place, 1)
            self.sliders[row.key], self.locks[row.key] = slider, lock
        self.setMinimumWidth(self._holder.minimumSizeHint().width() + self._look.metrics.units(1.5))

    def _move(self, key: str, value: int) -> None:
        self.moved.emit(key, value / WHOLE, self.sliders[key].isSliderDown())
