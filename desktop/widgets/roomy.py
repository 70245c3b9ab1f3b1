"""A frame that lets a window be smaller than what it shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class Roomy(QScrollArea):
    """Gives its content all the room there is, and scrolls where that is less than the content needs.

    With large text on a small screen a room is reached by scrolling; otherwise no bar is ever seen.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(_Holder(content))


class _Holder(QWidget):
    """Stands between, because a scroll area gives wrapping text its wished height, not its least."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        content.setParent(self)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The content fills the holder."""
        self._content.resize(self.size())
        self._follow()

    def event(self, event: QEvent) -> bool:
        """Follows when the content comes to need more or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._follow()
        return super().event(event)

    def _follow(self) -> None:
        """The least size; its height is worked out at the present width, at which text wraps less."""
        least, layout = self._content.minimumSizeHint(), self._content.layout()
        if layout is not None and layout.hasHeightForWidth():
            at_width = layout.totalHeightForWidth(max(self.width(), least.width()))
            least.setHeight(min(least.height(), at_width))
        if least != self.minimumSize():
            self.setMinimumSize(least)


class Upright(QScrollArea):
    """A column that scrolls upwards and downwards only: it never gets narrower than its content needs."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setWidget(content)
        content.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """As wide as the content and its bar, a few lines high."""
        bar = self.verticalScrollBar().sizeHint().width()
        wide = self._content.minimumSizeHint().width() + bar
        return QSize(wide, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes note when the content comes to need another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
