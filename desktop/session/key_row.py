"""The keys of a screen: what each does, shown as caps that can also be clicked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.widgets.choices import clear_layout
from desktop.widgets.flow import FlowLayout

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, eq=False)
class KeyAct:
    """One act of a screen: the caps shown, its word, the keys that do it; none where a widget reads them."""

    caps: tuple[str, ...]
    word: str
    keys: tuple[Qt.Key, ...] = ()
    do: Callable[[], object] | None = None
    is_primary: bool = False


class KeyButton(QAbstractButton):
    """Caps and a word; the primary one, which comes next, is filled."""

    def __init__(self, look: Look, act: KeyAct) -> None:
        super().__init__()
        self._look = look
        self._act = act
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEnabled(act.do is not None)
        self.setAccessibleName(f"{' '.join(act.caps)}: {act.word}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        if act.do is not None:
            self.clicked.connect(act.do)

    def sizeHint(self) -> QSize:
        metrics = self._look.metrics
        caps = sum(self._cap_width(cap) + metrics.space("xs") for cap in self._act.caps)
        air = metrics.space("m") if self._act.is_primary else 0
        return QSize(
            round(caps + metrics.width(self._act.word, self._kind) + 2 * air) + 3, metrics.units(4.5)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _kind(self) -> str:
        return "head" if self._act.is_primary else "body"

    def _cap_width(self, cap: str) -> float:
        metrics = self._look.metrics
        return max(metrics.width(cap, "body") + metrics.units(1.5), metrics.units(3.2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, metrics = self._look, self._look.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, high = 0.0, metrics.units(3)
        ink, edge = look.colour("text"), look.colour("line_strong")
        if self._act.is_primary:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(self.rect(), metrics.units(0.5), metrics.units(0.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ink = edge = look.colour("accent_text")
            x = metrics.space("m")
        for cap in self._act.caps:
            wide = self._cap_width(cap)
            box = QRectF(x + 0.5, (self.height() - high) / 2 + 0.5, wide - 1, high - 1)
            painter.setPen(QPen(edge, metrics.stroke(1)))
            painter.drawRoundedRect(box, metrics.units(0.4), metrics.units(0.4))
            painter.setFont(metrics.font("body"))
            painter.setPen(ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
            x += wide + metrics.space("xs")
        painter.setFont(metrics.font(self._kind))
        painter.setPen(ink)
        box = QRectF(x + metrics.space("xs") / 2, 0, self.width() - x, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._act.word)
        painter.end()


class KeyRow(QWidget):
    """The acts of the screen in view, in lines like words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._flow = FlowLayout()
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(self._flow)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_acts(self, acts: tuple[KeyAct, ...]) -> None:
        """Shows other keys."""
        while self._flow.count():
            taken = self._flow.takeAt(0)
            if taken is not None:
                clear_layout(taken)
        for act in acts:
            self._flow.addWidget(KeyButton(self._look, act))

    def _restyle(self) -> None:
        metrics = self._look.metrics
        self._flow.set_gaps(metrics.space("xl"), metrics.space("xs"))
