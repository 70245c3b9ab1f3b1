"""The matrix of a node for experts: the upper triangle is written, the lower one follows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.look.look import Look
from desktop.look.state_marks import paint_missing
from desktop.pages.weights.matrix_model import MatrixModel, MatrixState, PartRole, UnknownRole
from desktop.pages.weights.ratio_text import RatioText
from desktop.widgets.fields import mark_invalid
from desktop.widgets.text import Text, caption

Index = QModelIndex | QPersistentModelIndex
_COMMIT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class _MatrixDelegate(QStyledItemDelegate):
    """Paints the parts of the matrix; an editor with something that is no judgement stays open."""

    refused = Signal(str)

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look = look
        self._reader = RatioText()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, metrics = self._look.theme, self._look.metrics
        rect = QRectF(option.rect)
        part = index.data(PartRole)
        painter.save()
        ground = {"upper": "surface", "weight": "surface", "lower": "raised", "diagonal": "window"}[str(part)]
        painter.fillRect(rect, theme.colour(ground))
        if index.data(UnknownRole):
            paint_missing(painter, rect.adjusted(0, 0, -1, -1), theme)
        painter.setPen(QPen(theme.colour("grid"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setFont(metrics.font("strong" if part in ("upper", "weight") else "body"))
        painter.setPen(theme.colour("text" if part in ("upper", "weight") else "text_muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(index.data() or ""))
        if option.state & QStyle.StateFlag.State_Selected:
            width = metrics.stroke(2)
            painter.setPen(QPen(theme.colour("focus"), width))
            painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2 - 1, -width / 2 - 1))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        if isinstance(editor, QLineEdit) and isinstance(model, MatrixModel):
            model.setData(index, editor.text())

    def eventFilter(self, object: QObject, event: QEvent) -> bool:  # noqa: A002  the name is Qt's
        is_commit = isinstance(event, QKeyEvent) and event.key() in _COMMIT_KEYS
        if is_commit and event.type() == QEvent.Type.KeyPress and isinstance(object, QLineEdit):
            sentence = self._fault(object.text())
            self.refused.emit(sentence)
            mark_invalid(object, is_invalid=bool(sentence))
            if sentence:
                return True
        if event.type() == QEvent.Type.FocusOut:
            self.refused.emit("")
        return super().eventFilter(object, event)

    def _fault(self, text: str) -> str:
        if not text.strip():
            return ""
        try:
            self._reader.read(text)
        except ValueError as error:
            return str(error)
        return ""


class _Matrix(QTableView):
    """The table; Delete takes a judgement back."""

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self.setModel(model)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self.model().setData(self.currentIndex(), "")
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)


class MatrixView(QWidget):
    """`judged(question, ratio or None)` when a cell of the upper triangle is written or emptied."""

    judged = Signal(object, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.model = MatrixModel(self)
        self.table = _Matrix(self.model)
        self._title = Text(look, "", "title")
        self._hint = caption(
            look,
            self.tr(
                "How many times more the row matters than the column. Write 3, 1/3 or 0.333 above the "
                "diagonal; Delete takes an answer back. Hatched: not known."
            ),
        )
        self._refusal = Text(look, "", "body", "danger")
        self._refusal.hide()
        self._build()
        self.model.judged.connect(self.judged)
        look.changed.connect(self._fit)

    def _build(self) -> None:
        metrics = self._look.metrics
        table = self.table
        delegate = _MatrixDelegate(self._look, table)
        delegate.refused.connect(self._show_refusal)
        table.setItemDelegate(delegate)
        table.setAccessibleName(self.tr("Matrix of judgements"))
        table.setShowGrid(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setHighlightSections(False)
        edits = QAbstractItemView.EditTrigger
        table.setEditTriggers(edits.DoubleClicked | edits.EditKeyPressed | edits.AnyKeyPressed)
        column = QVBoxLayout(self)
        side = metrics.space("xl")
        column.setContentsMargins(side, metrics.space("m"), side, metrics.space("m"))
        column.setSpacing(metrics.space("m"))
        for widget in (self._title, self._hint, self.table, self._refusal):
            column.addWidget(widget)
        column.addStretch(1)

    def show_state(self, title: str, state: MatrixState) -> None:
        """Shows a node's matrix under its name."""
        self._title.set_text(title)
        self.model.show_state(state)
        self._fit()

    def _fit(self) -> None:
        metrics = self._look.metrics
        for column in range(self.model.columnCount()):
            is_weight = column == self.model.count
            self.table.setColumnWidth(column, metrics.units(10 if is_weight else 8))
        table = self.table
        table.verticalHeader().setDefaultSectionSize(metrics.control)
        names = table.verticalHeader().sizeHint().width()
        width = names + sum(table.columnWidth(column) for column in range(self.model.columnCount()))
        table.setMaximumWidth(width + 2)
        height = table.horizontalHeader().sizeHint().height() + self.model.rowCount() * metrics.control
        is_wider = width > self.width() - 2 * metrics.space("xl")
        bar = table.horizontalScrollBar().sizeHint().height() if is_wider else 0
        table.setFixedHeight(height + bar + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_refusal(self, sentence: str) -> None:
        self._refusal.set_text(sentence)
        self._refusal.setVisible(bool(sentence))

    def sizeHint(self) -> QSize:
        return QSize(self._look.metrics.units(60), self._look.metrics.units(40))
