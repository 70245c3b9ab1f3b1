"""Help in a window of its own: one page a room, shipped with the program and readable offline."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QWidget

from criteria.shipped import resource
from desktop.app.version import program_version
from desktop.dialogs.help_page import dress_page
from desktop.look.look import Look
from desktop.widgets.text import Rule

#: Pages in the order of the list; each is a file in resources/help.
PAGES = (
    "start",
    "overview",
    "projects",
    "criteria",
    "screening",
    "weights",
    "session",
    "ranking",
    "robustness",
    "report",
    "methods",
    "keys",
    "about",
)


#: Units that a picture is wide.
PICTURE = 70


class HelpDialog(QDialog):
    """A list of pages at the left, the page at the right; links between pages stay inside."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self._list = QListWidget()
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Help pages"))
        self._page = _Page(look)
        self._page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._page.setOpenLinks(False)
        self._page.setAccessibleName(self.tr("Help page"))
        for name in PAGES:
            self._list.addItem(_title(name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(Rule(look, upright=True))
        row.addWidget(self._page, 1)
        look.changed.connect(self._restyle)
        self._restyle()
        metrics = look.metrics
        room = self.screen().availableSize()
        self.resize(QSize(metrics.units(110), metrics.units(78)).boundedTo(room))
        self._list.currentRowChanged.connect(self._show_row)
        self._page.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence("Esc"), self, self.close)

    @classmethod
    def show_at(cls, parent: QWidget, look: Look, page: str) -> HelpDialog:
        """Opens help at a page beside the window, so that one can work on while reading."""
        dialog = cls(parent, look)
        dialog.show_page(page)
        dialog.show()
        return dialog

    def show_page(self, name: str) -> None:
        """Turns to a page; an unknown name turns to the first."""
        self._list.setCurrentRow(PAGES.index(name) if name in PAGES else 0)

    def _show_row(self, row: int) -> None:
        self._page.setMarkdown(help_text(PAGES[row]))
        dress_page(self._page.document(), self._look)

    def _restyle(self) -> None:
        look = self._look
        air, side = look.metrics.space("s"), look.metrics.space("l")
        self._list.setStyleSheet(
            f"QListWidget {{ background: {look.colour('window').name()}; border: none; padding: {air}px 0; }}"
            f"QListWidget::item {{ padding: 0 {side}px; color: {look.colour('text').name()}; }}"
            f"QListWidget::item:selected {{ background: {look.colour('selection').name()}; }}"
        )
        self._page.setStyleSheet("QTextBrowser { border: none; padding: 0; }")
        widest = max(look.metrics.width(_title(name), "body") for name in PAGES)
        # Said outright: a list takes its rows' heights before its style sheet counts.
        for row in range(self._list.count()):
            self._list.item(row).setSizeHint(QSize(0, look.metrics.control))
        self._list.setFixedWidth(round(widest) + 2 * side + 2 * air)
        if self._list.currentRow() >= 0:
            self._show_row(self._list.currentRow())

    def _follow(self, link: QUrl) -> None:
        self.show_page(link.toString().removesuffix(".md"))


class _Page(QTextBrowser):
    """A page whose pictures, shipped beside the texts, are as wide as its column."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the help, smoothly scaled; anything else is not fetched from anywhere."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        path = name.toString() if isinstance(name, QUrl) else name
        picture = QImage(str(resource("help", path)))
        ratio = self.devicePixelRatioF()
        width = round(self._look.metrics.units(PICTURE) * ratio)
        scaled = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled


def help_text(name: str) -> str:
    """The Markdown of a help page, with the program's version where the page asks for it."""
    return resource("help", f"{name}.md").read_text(encoding="utf-8").replace("{version}", program_version())


def _title(name: str) -> str:
    first = help_text(name).splitlines()[0]
    return first.removeprefix("# ")
