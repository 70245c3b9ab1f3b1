"""The one-page brief for the person who decides: answer, money, reasons, map, firmness."""

from __future__ import annotations

import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QImage

from criteria.model.study import Study
from criteria.portfolio.selection import Selection, select
from criteria.ranking.results import Results
from desktop.app.words.cautions import CautionWords
from desktop.app.words.decision import DecisionWords
from desktop.app.words.firmness import FirmnessWords
from desktop.app.words.weight_origin import WeightOriginWords
from desktop.documents.brief_charts import money_bar, risk_map
from desktop.documents.brief_table import ReasonsTable
from desktop.documents.paper import HEIGHT, MARGIN, Paper, page_image, pdf_page
from desktop.look.wrapping import wrap_text

#: How many projects the table of reasons holds at the most.
ROWS = 10
#: The map and the paragraphs beside it keep at least this share of the page's height.
MAP_SHARE = 0.175
#: Lines of the foot, with one to part it from what stands above; those on the weights come on top.
FOOT = 4
#: The most lines that say whose weights count.
ORIGIN = 3


def write_brief(results: Results, path: Path, created: datetime.datetime) -> None:
    """Writes the brief of a study as a one-page PDF; SaveError where it cannot be written."""
    study = results.study
    budget = study.settings.budget_eur
    selection = select(results, budget) if budget and results.ranked else None
    with pdf_page(path, study.title) as paper:
        Brief(results, selection, created).paint(paper)


def brief_image(results: Results) -> QImage:
    """The brief as a picture for the preview, twice as sharp as the screen."""
    budget = results.study.settings.budget_eur
    selection = select(results, budget) if budget and results.ranked else None
    moment = datetime.datetime.now().astimezone()
    return page_image(lambda paper: Brief(results, selection, moment).paint(paper))


class Brief(QObject):
    """Paints the parts of the brief from top to bottom."""

    def __init__(self, results: Results, selection: Selection | None, created: datetime.datetime) -> None:
        super().__init__()
        self._results, self._selection, self._created = results, selection, created
        self._study: Study = results.study
        self._origin = " ".join(WeightOriginWords().sentences(results))

    def paint(self, paper: Paper) -> None:
        """Everything on one page."""
        self._head(paper)
        self._answer(paper)
        if self._study.projects:
            height = money_bar(paper, self._results)
            paper.y += height
            paper.skip("l")
        if self._results.ranked:
            room = HEIGHT * (1 - MAP_SHARE) - MARGIN - paper.y - self._foot_height(paper)
            ReasonsTable(self._results, self._selection).paint(paper, ROWS, room)
            paper.skip("l")
            self._picture(paper)
        self._foot(paper)

    def _head(self, paper: Paper) -> None:
        study = self._study
        right = ", ".join(part for part in (study.decides, study.decision_date) if part)
        half = (paper.width - paper.metrics.space("xl")) / 2
        paper.paragraph(study.title, "small", "text_muted", left=paper.left, width=half, lines=1)
        if right:
            width = min(paper.metrics.width(right, "small") + 1, half)
            start = paper.left + paper.width - width
            paper.paragraph(right, "small", "text_muted", left=start, width=width, lines=1)
        paper.y += paper.metrics.line("small") + paper.metrics.space("xs")
        paper.rule("text")
        paper.skip("m")

    def _answer(self, paper: Paper) -> None:
        sentence = DecisionWords().sentence(self._results, self._selection)
        paper.paragraph(sentence, "statement", lines=3)
        paper.skip("m")

    def _picture(self, paper: Paper) -> None:
        """The map at the left, what is firm and what is left out at the right, above the foot."""
        room = HEIGHT - MARGIN - paper.y - self._foot_height(paper)
        half = paper.width * 0.56
        frame = QRectF(paper.left, paper.y, half, min(room, half * 0.86))
        risk_map(paper, frame, self._results)
        left = paper.left + half + paper.metrics.space("xl")
        width = paper.width - half - paper.metrics.space("xl")
        top = paper.y
        cautions = CautionWords().sentences(self._results)
        if cautions:
            heading = self.tr("Read with care")
            paper.y += paper.paragraph(heading, "strong", "attention", left=left, width=width)
            for sentence in cautions:
                paper.y += paper.paragraph(sentence, "body", left=left, width=width, lines=3)
            paper.skip("s")
        for heading, text in FirmnessWords().paragraphs(self._results, self._selection):
            free = top + room - paper.y - paper.metrics.line("strong")
            lines = int(free // paper.metrics.line("body"))
            if lines < 1:
                break
            paper.y += paper.paragraph(heading, "strong", left=left, width=width)
            paper.y += paper.paragraph(text, "body", left=left, width=width, lines=min(6, lines))
            paper.skip("s")
        paper.y = max(paper.y, top + frame.height())

    def _foot_height(self, paper: Paper) -> float:
        lines = wrap_text(self._origin, paper.width, "small", paper.metrics, ORIGIN)
        return paper.metrics.line("small") * (FOOT + len(lines))

    def _foot(self, paper: Paper) -> None:
        settings = self._study.settings
        lines = [
            self.tr(
                "Red lines come before any score. Net benefit is benefit minus risk with the safeguards "
                "offered, theta {theta}. T, A, B–R: ranks by TOPSIS, AHP, benefit and risk; = is shared. "
                "Every value and formula: see the workbook."
            ).format(theta=f"{settings.theta:g}"),
            self.tr("Made with Proportio on {date}.").format(date=self._created.strftime("%Y-%m-%d %H:%M")),
        ]
        if self._study.fictional:
            lines.append(self.tr("Fictional example projects; the country figures are real and published."))
        paper.y = HEIGHT - MARGIN - self._foot_height(paper) + paper.metrics.line("small")
        paper.rule()
        paper.skip("xs")
        paper.paragraph(self._origin, "small", "text_muted", lines=ORIGIN)
        paper.paragraph(lines[0], "small", "text_muted", lines=2)
        paper.paragraph(" ".join(lines[1:]), "small", "text_muted", lines=1)
