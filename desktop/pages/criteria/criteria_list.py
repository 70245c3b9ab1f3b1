"""The hierarchy as a tree: premises and their criteria with weight and state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from criteria.model.study import Study
from criteria.weighting.study_weights import study_weights
from desktop.app.words.numbers import per_cent
from desktop.look.look import Look
from desktop.look.pencil import Pencil
from desktop.widgets.mark_delegate import paint_selected_edges

Index = QModelIndex | QPersistentModelIndex

KEY = int(Qt.ItemDataRole.UserRole)


class _RowDelegate(QStyledItemDelegate):
    """Ordinary rows, the selected one with edges where its ground is hard to see."""

    def __init__(self, look: Look, parent: QTreeWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_Selected and self._look.theme.name == "contrast":
            painter.save()
            pencil = Pencil(painter, self._look.theme, self._look.metrics)
            paint_selected_edges(pencil, QRectF(option.rect))
            painter.restore()


class CriteriaList(QTreeWidget):
    """Rows are rebuilt only when the hierarchy changes; texts follow the study."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._study: Study | None = None
        self.setItemDelegate(_RowDelegate(look, self))
        self.setColumnCount(2)
        self.setHeaderLabels([self.tr("Criterion"), self.tr("Weight")])
        self.setAccessibleName(self.tr("Premises and criteria"))
        self.setRootIsDecorated(False)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.header().setStretchLastSection(False)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.headerItem().setTextAlignment(1, right)
        self.currentItemChanged.connect(self._tell)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_study(self, study: Study, selected: str) -> None:
        """Shows premises and criteria, the selected one current."""
        wanted = [
            e for p in study.premises for e in (p.id, *(c.id for c in study.criteria if c.premise == p.id))
        ]
        self._study = study
        self.blockSignals(True)
        if wanted != list(self._rows):
            self._rebuild(study)
        self._write(study)
        if selected in self._rows:
            self.setCurrentItem(self._rows[selected])
        self.blockSignals(False)
        self._fit()

    def _restyle(self) -> None:
        """Colours and sizes follow the look."""
        if self._study is not None:
            self._write(self._study)
        self._fit()

    def _fit(self) -> None:
        """Names of criteria stand whole where there is room; weights always do."""
        metrics = self._look.metrics
        self.setIndentation(metrics.units(2))
        self.setMinimumWidth(metrics.units(24))
        self.setMaximumWidth(metrics.units(58))
        texts = [self.headerItem().text(1), *(row.text(1) for row in self._rows.values())]
        widest = max(metrics.width(text, "strong") for text in texts)
        self.header().setMinimumSectionSize(1)
        self.header().setSectionResizeMode(1, self.header().ResizeMode.Fixed)
        self.setColumnWidth(1, round(widest) + metrics.units(2.5))
        self.header().setSectionResizeMode(0, self.header().ResizeMode.Stretch)
        for row in self._rows.values():
            row.setSizeHint(0, QSize(0, metrics.row))

    def _rebuild(self, study: Study) -> None:
        self.clear()
        self._rows = {}
        for premise in study.premises:
            head = QTreeWidgetItem(self)
            head.setData(0, KEY, premise.id)
            self._rows[premise.id] = head
            for criterion in (c for c in study.criteria if c.premise == premise.id):
                row = QTreeWidgetItem(head)
                row.setData(0, KEY, criterion.id)
                self._rows[criterion.id] = row
            head.setExpanded(True)
        for row in self._rows.values():
            row.setSizeHint(0, QSize(0, self._look.metrics.row))

    def _write(self, study: Study) -> None:
        look, weights = self._look, study_weights(study)
        for premise in study.premises:
            head = self._rows[premise.id]
            head.setText(0, premise.name)
            head.setToolTip(0, f"{premise.name}: {premise.question}")
            head.setText(1, per_cent(weights.premise_values.get(premise.id, 0.0), 1))
            head.setFont(0, look.font("strong"))
            head.setFont(1, look.font("strong"))
            head.setForeground(0, QBrush(look.theme.premise(premise.role, "deep")))
            head.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for criterion in study.criteria:
            row = self._rows[criterion.id]
            row.setText(0, f"{criterion.id}  {criterion.name}")
            row.setToolTip(0, f"{criterion.name}: {criterion.definition}")
            row.setText(1, per_cent(weights.of(criterion.id), 1) if criterion.active else self.tr("off"))
            row.setForeground(0, QBrush(look.colour("text" if criterion.active else "text_muted")))
            row.setForeground(1, QBrush(look.colour("text" if criterion.active else "text_muted")))
            row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _tell(self, current: QTreeWidgetItem | None, _previous: QTreeWidgetItem | None) -> None:
        if current is not None:
            self.chosen.emit(str(current.data(0, KEY)))
