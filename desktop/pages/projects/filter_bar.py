"""The line above the table that finds and filters: text, result of the screening, missing values, a count."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from criteria.screening.screen import SCREENS, Screening
from desktop.app.words.states import StateWords
from desktop.widgets.buttons import secondary_button
from desktop.widgets.flow import FlowLayout
from desktop.widgets.text import Text

if TYPE_CHECKING:
    from desktop.look.look import Look

_ONWARD = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class FilterBar(QWidget):
    """Asks for filters by signals; Escape or the cross clears them and puts the line away."""

    text_changed = Signal(str)
    screen_chosen = Signal(str)
    missing_chosen = Signal(bool)
    closed = Signal()
    #: Enter or Down in the field: on to the table.
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._states = StateWords()
        self._is_loud = False
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in id, title, country and tags"))
        self.field.setAccessibleName(self.tr("Find projects"))
        self.field.setClearButtonEnabled(True)
        self._screens = QComboBox()
        self._screens.setAccessibleName(self.tr("Result of the screening"))
        self._missing = QCheckBox(self.tr("Only with missing values"))
        self.count = Text(look, "", "strong", "text", wraps=False)
        self._close = secondary_button(look, self.tr("Show all"), "close")
        self._close.setToolTip(self.tr("Show all projects again (Esc)"))
        self._frame = QVBoxLayout(self)
        self._row = FlowLayout()
        self._frame.addLayout(self._row)
        for widget in (self.field, self.count, self._close, self._screens, self._missing):
            self._row.addWidget(widget)
        self._wire()
        self._fill()
        look.changed.connect(self._restyle)
        self._restyle()

    def _wire(self) -> None:
        self.field.textChanged.connect(self.text_changed)
        self.field.installEventFilter(self)
        self._screens.activated.connect(self._choose_screen)
        self._missing.toggled.connect(self.missing_chosen)
        self._close.clicked.connect(self.put_away)

    def _fill(self) -> None:
        self._screens.addItem(self.tr("Any result of the screening"), "")
        for state in SCREENS:
            self._screens.addItem(self._states.as_head(state), state)

    def show_counts(self, screening: Screening, shown: int, total: int, lacking: int) -> None:
        """Says how many projects each filter would show, and how many are on show."""
        for place, state in enumerate(SCREENS, 1):
            text = self.tr("{state}: {count}").format(
                state=self._states.as_head(state), count=screening.count(state)
            )
            self._screens.setItemText(place, text)
        self._missing.setText(self.tr("Only with missing values ({count})").format(count=lacking))
        self.count.set_text(self.tr("{shown} of {total} shown").format(shown=shown, total=total))
        self._is_loud = shown < total
        self.count.set_colour("attention" if self._is_loud else "text_muted")
        self.update()

    def open(self) -> None:
        """Shows the line and puts the cursor into its field."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def put_away(self) -> None:
        """Clears every filter, hides the line and leads back to the table."""
        self.clear()
        self.closed.emit()

    def clear(self) -> None:
        """Clears every filter and hides the line."""
        self.field.clear()
        self._missing.setChecked(False)
        if self._screens.currentIndex() > 0:
            self._screens.setCurrentIndex(0)
            self.screen_chosen.emit("")
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_press and cast("QKeyEvent", event).key() in _ONWARD:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _choose_screen(self, place: int) -> None:
        self.screen_chosen.emit(str(self._screens.itemData(place)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground says at a glance whether projects are hidden."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("attention_quiet" if self._is_loud else "raised"))
        painter.end()

    def _restyle(self) -> None:
        metrics = self._look.metrics
        side, air = metrics.space("xl"), metrics.space("s")
        self._frame.setContentsMargins(side, air, side, air)
        self._row.set_gaps(metrics.space("m"), metrics.space("s"))
        self.field.setFixedWidth(metrics.units(34))
        self.count.setMinimumHeight(metrics.control)
        self._missing.setMinimumHeight(metrics.control)
        self._screens.setMaximumWidth(metrics.units(34))
