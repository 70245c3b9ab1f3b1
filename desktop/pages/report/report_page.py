"""The report room: the brief as it will be printed, and every file that can be written."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from criteria.model.study import Study
from criteria.ranking.results import rank
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.pages.page import Page
from desktop.pages.report.sheet_view import SheetView
from desktop.widgets.buttons import primary_button, secondary_button
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.roomy import Upright
from desktop.widgets.segments import Segments
from desktop.widgets.text import Text, caption, head, rule

#: Units of width of the list of files, so that its sentences stay easy to read.
WIDEST = 62


class ReportPage(Page):
    """What the reviewer and the person who decides will hold in their hands."""

    key = "report"
    can_be_blind = True

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Report"))
        self._job = context.job(self)
        self._build()
        self._fits.chosen.connect(self._fit)
        self._sheet.clicked.connect(self._change_fit)
        self._job.finished.connect(self._show_sheet)
        self._job.failed.connect(self._sheet.show_sentence)

    def _build(self) -> None:
        look = self.context.look
        self._sheet = SheetView(look)
        self._fits = Segments(
            look, self.tr("Preview"), (("page", self.tr("Whole page")), ("width", self.tr("Readable")))
        )
        self._fits.set_current("page")
        self.header.add_action(self._fits)
        self._empty = EmptyState(
            look,
            "report",
            self.tr("The report begins with the first project."),
            self.tr("Go to the projects"),
        )
        self._empty.asked.connect(partial(self.context.navigator.go, "projects", ""))
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, look.metrics.space("l"))
        row.setSpacing(look.metrics.space("xxl"))
        choices = QWidget()
        choices.setLayout(self._choices())
        choices.setMaximumWidth(look.metrics.units(WIDEST))
        row.addWidget(Upright(choices), 2)
        row.addWidget(self._sheet, 3)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._content)
        self._stack.addWidget(self._empty)
        self.add(self._stack, 1)

    def _choices(self) -> QVBoxLayout:
        look = self.context.look
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, look.metrics.space("s"), 0)
        column.setSpacing(look.metrics.space("s"))
        rows = (
            (
                "export_workbook",
                self.tr("Workbook for reviewers"),
                self.tr(
                    "Every number as a live formula with its stored value, every source, and a check of each "
                    "formula against the program. Opens in Excel, LibreOffice and Google Sheets."
                ),
                self.tr("Export workbook…"),
                True,
            ),
            (
                "export_brief",
                self.tr("Brief on one page"),
                self.tr(
                    "The answer, the money, one argument for and against each project, the "
                    "benefit-risk map. PDF, A4."
                ),
                self.tr("Export brief…"),
                False,
            ),
            (
                "save_as",
                self.tr("Study file"),
                self.tr("Everything needed to open and continue the decision on another computer."),
                self.tr("Save as…"),
                False,
            ),
            (
                "template",
                self.tr("Data-entry workbook"),
                self.tr(
                    "Empty tables with drop-downs and anchors, for colleagues who enter projects "
                    "without this program."
                ),
                self.tr("Save data-entry workbook…"),
                False,
            ),
        )
        for command, title, sentence, button_text, is_primary in rows:
            column.addWidget(head(look, title))
            column.addWidget(Text(look, sentence, "body", "text_muted"))
            make = primary_button if is_primary else secondary_button
            button = make(look, button_text)
            button.clicked.connect(partial(self._run, command))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(look.metrics.space("s"))
            column.addWidget(rule(look))
            column.addSpacing(look.metrics.space("s"))
        column.addWidget(
            caption(look, self.tr("Charts can be copied or saved as PNG and SVG from their own menu."))
        )
        column.addStretch(1)
        return column

    def show_study(self, study: Study) -> None:
        """See Page."""
        has = bool(study.projects)
        self._stack.setCurrentWidget(self._content if has else self._empty)
        self._fits.setVisible(has)
        if has:
            self.header.set_statement(self._statement(study))
            self._job.start(partial(_preview, study))
        else:
            self._job.cancel()
            self.header.set_statement(self.tr("There is nothing to report yet."))

    def _statement(self, study: Study) -> str:
        if study.settings.blind_scoring:
            return self.tr("Scoring is blind: the preview hides names, the files that you export hold them.")
        return self.tr("This is what leaves the program; nothing is sent anywhere.")

    @property
    def is_waiting(self) -> bool:
        """See Page."""
        return self._job.is_running

    def leave(self) -> None:
        """See Page."""
        self._job.cancel()

    def _run(self, command: str, _checked: bool = False) -> None:
        self.context.navigator.run(command)

    def _fit(self, key: str) -> None:
        self._sheet.set_wide(key == "width")

    def _change_fit(self) -> None:
        self._fits.set_current("page" if self._fits.current == "width" else "width")
        self._fit(self._fits.current)

    def _show_sheet(self, image: object) -> None:
        if isinstance(image, QImage):
            self._sheet.show_image(image)


def _preview(study: Study, token: Token) -> QImage | None:
    from desktop.documents.brief import brief_image

    return None if token.is_cancelled() else brief_image(rank(study))
