"""Every command by its name: type a few letters, press Enter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.planes import set_plane
from desktop.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from desktop.look.look import Look

    Index = QModelIndex | QPersistentModelIndex

_MOST_SHOWN = 12
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


@dataclass(frozen=True)
class PaletteRow:
    """A command: its id, its words, its shortcut, whether it can be done now, and the menu it belongs to."""

    id: str
    text: str
    shortcut: str = ""
    is_enabled: bool = True
    group: str = ""


def find_rows(rows: Sequence[PaletteRow], wanted: str) -> list[PaletteRow]:
    """The rows that contain every word of `wanted`, those that begin with it first, else in their order."""
    words = wanted.casefold().split()

    def text(row: PaletteRow) -> str:
        return f"{row.text} {row.group}".casefold()

    found = [row for row in rows if all(word in text(row) for word in words)]
    return sorted(
        found, key=lambda row: (not row.is_enabled, not text(row).startswith(wanted.casefold().strip()))
    )


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[PaletteRow] = []

    def show_rows(self, rows: list[PaletteRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()].text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].is_enabled:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, model: _Rows, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.metrics.control)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, look = self._model.rows[index.row()], self._look
        box = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.colour("selection"))
            painter.fillRect(
                QRect(box.left(), box.top(), round(look.metrics.stroke(3)), box.height()),
                look.colour("accent"),
            )
        inner = box.adjusted(look.metrics.space("m"), 0, -look.metrics.space("m"), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font("body"))
        painter.setPen(look.colour("text") if row.is_enabled else look.theme.faded("text_muted", 0.6))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, row.text)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text_muted"))
        used = round(look.metrics.width(row.text, "body")) + look.metrics.space("s")
        painter.drawText(inner.adjusted(used, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, row.group)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, row.shortcut)


class CommandPalette(QFrame):
    """A popup over the window: a field and the commands that match; `chosen(id)` by Enter or click."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self._all: tuple[PaletteRow, ...] = ()
        self._model = _Rows()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Commands"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search commands"))
        self.field.setAccessibleName(self.tr("Search commands"))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_RowDelegate(look, self._model, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        air = look.metrics.space("s")
        column.setContentsMargins(air, air, air, air)
        column.setSpacing(air)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._nothing = Text(look, self.tr("Nothing found"), "body", "text_muted", wraps=False)
        self._nothing.setContentsMargins(look.metrics.space("m"), 0, look.metrics.space("m"), 0)
        self._nothing.setFixedHeight(look.metrics.control)
        column.addWidget(self._nothing)
        set_plane(self, "card")

    def open(self, rows: Sequence[PaletteRow]) -> None:
        """Shows the commands over the top of the parent window, with the keyboard in the field."""
        self._all = tuple(rows)
        metrics, window = self._look.metrics, self._window()
        width = min(metrics.units(72), window.width() - metrics.units(4))
        self.setFixedWidth(width)
        self._filter("")
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, metrics.units(6))))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._move(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _filter(self, wanted: str) -> None:
        self._model.show_rows(find_rows(self._all, wanted))
        if self._model.rows:
            self.list.setCurrentIndex(self._model.index(0))
        self._fit()

    def _fit(self) -> None:
        """As high as what was found, up to a limit; what is not found is said."""
        metrics, found = self._look.metrics, len(self._model.rows)
        self.list.setVisible(found > 0)
        self._nothing.setVisible(not found)
        frame = 2 * self.list.frameWidth()
        rows = metrics.control * min(max(found, 1), _MOST_SHOWN) + (frame if found else 0)
        field = self.field.sizeHint().height()
        high = field + rows + 3 * metrics.space("s") + 2
        self.setFixedHeight(min(high, self._window().height() - metrics.units(4)))

    def _window(self) -> QWidget:
        parent = self.parentWidget()
        return parent.window() if parent is not None else self

    def _move(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_SHOWN}.get(
            Qt.Key(event.key()), -_MOST_SHOWN
        )
        last = len(self._model.rows) - 1
        if last >= 0:
            row = min(max(self.list.currentIndex().row() + step, 0), last)
            self.list.setCurrentIndex(self._model.index(row))

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid() or not self._model.rows[index.row()].is_enabled:
            return
        key = self._model.rows[index.row()].id
        self.close()
        self.chosen.emit(key)
