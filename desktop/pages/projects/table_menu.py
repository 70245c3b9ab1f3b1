"""The context menu of the table of projects."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from desktop.pages.projects.columns import Column


class TableMenu(QMenu):
    """Asks for acts by the names of `TableActs`, and for an order of the rows."""

    act_asked = Signal(str)
    #: The key of a column, empty for the order of the study, and the order as `Qt.SortOrder`.
    sort_asked = Signal(str, object)

    def __init__(self, parent: QWidget, column: Column | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add("cut", self.tr("Cut"), "Ctrl+X")
        self._add("copy", self.tr("Copy"), "Ctrl+C")
        self._add("paste", self.tr("Paste"), "Ctrl+V")
        self._add("fill_down", self.tr("Fill down"), "Ctrl+D")
        self._add("clear", self.tr("Make missing"), "Del")
        self.addSeparator()
        self._add("add", self.tr("Add project"))
        self._add("duplicate", self.tr("Duplicate project"))
        self._add("remove", self.tr("Remove project"))
        if column is not None:
            self.addSeparator()
            self._add_sorting(column)

    def _add(self, name: str, text: str, key: str = "") -> None:
        action = self.addAction(text)
        # The table takes the key itself; here it is only told.
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(self._ask, name))

    def _add_sorting(self, column: Column) -> None:
        orders, name = Qt.SortOrder, column.name
        rows = (
            (self.tr("Sort upward by {column}").format(column=name), column.key, orders.AscendingOrder),
            (self.tr("Sort downward by {column}").format(column=name), column.key, orders.DescendingOrder),
            (self.tr("Order of the study"), "", orders.AscendingOrder),
        )
        for text, key, order in rows:
            self.addAction(text).triggered.connect(partial(self._ask_order, key, order))

    def _ask(self, name: str, _is_checked: bool = False) -> None:
        self.act_asked.emit(name)

    def _ask_order(self, key: str, order: Qt.SortOrder, _is_checked: bool = False) -> None:
        self.sort_asked.emit(key, order)
