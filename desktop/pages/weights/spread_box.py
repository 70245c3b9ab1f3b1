"""Weights derived from the projects' figures: a thin column apart from those that somebody gave."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.app.words.numbers import per_cent
from desktop.look.look import Look
from desktop.pages.weights.live_text import LiveText
from desktop.pages.weights.spread_states import KINDS, SpreadState
from desktop.widgets.buttons import menu_button
from desktop.widgets.text import Rule, caption


class _Column(QWidget):
    """A thin bar for each item, in no premise's colour."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shares: tuple[tuple[str, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_shares(self, shares: tuple[tuple[str, float], ...]) -> None:
        """Shows other shares."""
        if shares == self._shares:
            return
        self._shares = shares
        self.setAccessibleName(", ".join(f"{key} {per_cent(share, 1)}" for key, share in shares))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.metrics.units(20), len(self._shares) * self._look.metrics.line("small"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, metrics = self._look.theme, self._look.metrics
        painter = QPainter(self)
        painter.setFont(metrics.font("small"))
        high, left, right = metrics.line("small"), metrics.units(4.5), metrics.units(7)
        most = max((share for _, share in self._shares), default=0.0) or 1.0
        for row, (key, share) in enumerate(self._shares):
            box = QRectF(0, row * high, self.width(), high)
            painter.setPen(theme.colour("text_muted"))
            upright = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, upright | Qt.AlignmentFlag.AlignLeft, key)
            painter.drawText(box, upright | Qt.AlignmentFlag.AlignRight, per_cent(share, 1))
            thick = metrics.units(0.5)
            track = QRectF(left, box.center().y() - thick / 2, self.width() - left - right, thick)
            painter.fillRect(track, theme.colour("window"))
            track.setWidth(max(track.width() * share / most, 1.0))
            painter.fillRect(track, theme.colour("axis"))
        painter.end()


class SpreadBox(QWidget):
    """Nothing but its head until a way is chosen; `chosen(kind)` when one is, empty for none."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.kind = ""
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self._button = menu_button(look, "", self.menu)
        self._button.setAccessibleName(self.tr("Weights derived from the projects"))
        self._column = _Column(look)
        self._note = LiveText(look, "", "small", "text_muted")
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.space("s"))
        column.addWidget(Rule(look))
        title = self.tr("Derived from this portfolio's spread, not from anyone's values")
        column.addWidget(caption(look, title))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._column)
        column.addWidget(self._note)

    def _fill(self) -> None:
        group = QActionGroup(self)
        for kind in ("", *KINDS):
            action = self.menu.addAction(self._name(kind))
            action.setCheckable(True)
            action.setChecked(not kind)
            action.setData(kind)
            action.setToolTip(self._meaning(kind))
            action.triggered.connect(partial(self._choose, kind))
            group.addAction(action)
        self._button.setText(self._name(""))

    def _name(self, kind: str) -> str:
        names = {
            "entropy": self.tr("Entropy"),
            "critic": self.tr("CRITIC"),
            "deviation": self.tr("Standard deviation"),
            "merec": self.tr("MEREC"),
            "cilos": self.tr("CILOS"),
            "idocriw": self.tr("IDOCRIW"),
        }
        return names.get(kind, self.tr("Show none"))

    def _meaning(self, kind: str) -> str:
        sentences = {
            "entropy": self.tr("More weight where shares differ more between projects (Shannon 1948)."),
            "critic": self.tr("More weight to what varies and repeats no other (Diakoulaki et al. 1995)."),
            "deviation": self.tr("More weight to what varies more between its least and largest figure."),
            "merec": self.tr("More weight to what moves scores more when it is removed (2021)."),
            "cilos": self.tr("More weight to what loses less where others are best (Mirkin 1974)."),
            "idocriw": self.tr("Entropy times CILOS (Zavadskas and Podvezko 2016)."),
        }
        return sentences.get(kind, "")

    def show_state(self, state: SpreadState) -> None:
        """Shows the shares by the way that is chosen."""
        self._column.setVisible(bool(state.shares))
        self._column.show_shares(state.shares)
        self._note.set_text(state.note)
        self._note.setVisible(bool(state.note))

    def _choose(self, kind: str, _checked: bool = False) -> None:
        self.kind = kind
        self._button.setText(self._name(kind))
        self._button.updateGeometry()
        self.chosen.emit(kind)
