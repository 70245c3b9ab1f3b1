"""Large buttons of the start page with a title, a subtitle and what stands at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.widgets.text import strong

if TYPE_CHECKING:
    from desktop.look.look import Look


class StartCard(QAbstractButton):
    """A card or, where `is_flat`, a row of a list: icon, two lines of text, one or two lines at the right."""

    def __init__(
        self,
        look: Look,
        title: str,
        subtitle: str,
        icon: str,
        right: str,
        is_primary: bool,
        is_flat: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._subtitle, self._right, self._icon = subtitle, right, icon
        self._is_primary, self._is_flat = is_primary, is_flat
        self.setText(title)
        self.setAccessibleName(f"{title}. {subtitle}")
        self.setToolTip(subtitle)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Two lines with air."""
        metrics = self._look.metrics
        return QSize(metrics.units(40), metrics.line("strong") + metrics.line("small") + metrics.units(3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground, icon and texts in the colours of the present state."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, quiet = self._inks()
        self._paint_ground(painter)
        air = look.metrics.space("l")
        area = self.rect().adjusted(0 if self._is_flat else air, 0, 0 if self._is_flat else -air, 0)
        if not self._is_flat:
            side = look.metrics.units(2.5)
            top = (self.height() - side) // 2
            look.paint_icon(painter, QRect(area.left(), top, side, side), self._icon, ink)
            area.setLeft(area.left() + side + air)
        self._paint_texts(painter, area, ink, quiet)

    def _inks(self) -> tuple[str, str]:
        if self._is_primary:
            return "accent_text", "accent_text"
        return ("text", "text_muted") if self.isEnabled() else ("text_muted", "text_muted")

    def _paint_ground(self, painter: QPainter) -> None:
        look = self._look
        if self._is_flat:
            if self.underMouse() and self.isEnabled():
                painter.fillRect(self.rect(), look.colour("hover"))
            painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), look.colour("line"))
            return
        ground = (
            "accent" if self._is_primary else "hover" if self.underMouse() or self.isDown() else "surface"
        )
        painter.setPen(look.colour("accent" if self._is_primary else "line_strong"))
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_texts(self, painter: QPainter, area: QRect, ink: str, quiet: str) -> None:
        look = self._look
        lines = self._right.splitlines()
        right_width = round(max((look.metrics.width(line, "small") for line in lines), default=0))
        first, second = look.metrics.line("strong"), look.metrics.line("small")
        top = (self.height() - first - second) // 2
        title = look.metrics.width(self.text(), "strong")
        if not self._is_flat and title + right_width > area.width():
            # The name of the act matters more than its keys.
            lines, right_width = [], 0
        left_width = area.width() - right_width - look.metrics.space("m")
        rows = (
            (self.text(), "strong", ink, top, first),
            (self._subtitle, "small", quiet, top + first, second),
        )
        for text, kind, colour, y, height in rows:
            painter.setFont(look.font(kind))
            painter.setPen(look.colour(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, left_width)
            painter.drawText(QRect(area.left(), y, left_width, height), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour(quiet))
        box = QRect(area.right() - right_width, top, right_width, first + second)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))


class PremiseRow(QWidget):
    """A square in the premise's colour before its name."""

    def __init__(self, look: Look, role: str, name: str) -> None:
        super().__init__()
        self._look, self._role = look, role
        self._row = QHBoxLayout(self)
        self._row.addWidget(strong(look, name))
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._row.setContentsMargins(self._look.metrics.units(2.25), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the square with its outline."""
        side = self._look.metrics.units(1.25)
        painter = QPainter(self)
        painter.setPen(self._look.theme.premise(self._role, "deep"))
        painter.setBrush(self._look.theme.premise(self._role))
        painter.drawRect(QRect(0, (self._look.metrics.line("strong") - side) // 2, side, side))


class DropHint(QWidget):
    """A dashed frame with a sentence: where files may be dropped."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look, self._text = look, text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """One line with air."""
        metrics = self._look.metrics
        return QSize(metrics.units(40), metrics.line("small") + metrics.units(3))

    def minimumSizeHint(self) -> QSize:
        """As wide as its words."""
        metrics = self._look.metrics
        wide = metrics.width(self._text, "small") + metrics.units(6)
        return QSize(round(wide), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints frame, icon and words."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.colour("line_strong"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        side, gap = look.metrics.icon, look.metrics.space("s")
        wide = round(look.metrics.width(self._text, "small"))
        left = (self.width() - side - gap - wide) // 2
        look.paint_icon(painter, QRect(left, (self.height() - side) // 2, side, side), "import")
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text_muted"))
        words = QRect(left + side + gap, 0, wide + 2, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._text)
