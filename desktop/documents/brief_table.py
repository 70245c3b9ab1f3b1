"""The table of reasons: one row a project with its strongest argument for and against."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF

from criteria.portfolio.selection import Selection
from criteria.ranking.explain import reasons
from criteria.ranking.results import Results
from desktop.app.words.ranks import rank_text
from desktop.app.words.reasons import ReasonWords
from desktop.documents.paper import Paper
from desktop.look.pencil import LEFT, RIGHT
from desktop.look.state_marks import paint_state
from desktop.look.wrapping import wrap_text

#: Shares of the page's width: id, project, for, against, still missing, ranks, money.
SHARES = (0.07, 0.29, 0.155, 0.155, 0.14, 0.12, 0.07)

#: Lines a row may take, as many as there is room for.
LINES = (4, 3, 2)
#: Text, kind and colour of each cell of a row.
Cells = list[tuple[str, str, str]]


class ReasonsTable(QObject):
    """Rows of the chosen projects, or of the leading ones where no envelope is given."""

    def __init__(self, results: Results, selection: Selection | None) -> None:
        super().__init__()
        self._results, self._selection = results, selection
        self._words = ReasonWords()

    def rows(self, most: int) -> list[int]:
        """Which projects to show, best by benefit and risk first."""
        order = self._results.methods["benefit_risk"].order()
        chosen = self._selection.chosen if self._selection else ()
        if chosen:
            order = [row for row in order if self._results.study.projects[row].id in chosen]
        return order[:most]

    def paint(self, paper: Paper, most: int, room: float) -> None:
        """Heads, rows and the sum within `room` pixels; long words lose lines before rows are left out."""
        shown = self.rows(most)
        title = (
            self.tr("Recommended, by benefit and risk")
            if self._selection
            else self.tr("Leading projects, by benefit and risk")
        )
        paper.paragraph(title, "head")
        paper.skip("xs")
        heads = (
            "",
            self.tr("Project"),
            self.tr("For"),
            self.tr("Against"),
            self.tr("Still missing"),
            self.tr("T, A, B–R"),
            self.tr("EUR m"),
        )
        self._line(paper, [(head, "small", "text_muted") for head in heads], 1)
        paper.rule("axis")
        cells = [self._cells(row) for row in shown]
        frame = paper.metrics.line("head") + 3 * paper.metrics.line("small")
        lines = next(
            (count for count in LINES if self._height(paper, cells, count) + frame <= room), LINES[-1]
        )
        while len(cells) > 1 and self._height(paper, cells, lines) + frame > room:
            cells.pop()
        for row, texts in zip(shown, cells, strict=False):
            self._project(paper, row, texts, lines)
        self._sum(paper, len(cells))

    def _height(self, paper: Paper, rows: list[Cells], lines: int) -> float:
        """Pixels of the rows with at most `lines` lines each."""
        metrics = paper.metrics
        deepest = [
            max(
                len(wrap_text(text, paper.width * share - metrics.space("s"), kind, metrics, lines))
                for (text, kind, _), share in zip(cells, SHARES, strict=True)
            )
            for cells in rows
        ]
        return sum(deepest) * metrics.line("small") + len(rows) * metrics.space("xs")

    def _cells(self, row: int) -> Cells:
        results, study = self._results, self._results.study
        project, screened = study.projects[row], results.screening.projects[row]
        found = reasons(results, row)
        missing = [study.safeguard(s).name for hit in screened.open_hits for s in hit.missing]
        ranks = ", ".join(rank_text(method, row) for method in results.methods.values())
        money = "–" if project.budget_eur is None else f"{project.budget_eur / 1e6:.1f}"
        return [
            (project.id, "small", "text_muted"),
            (project.title, "small_strong", "text"),
            (self._words.strongest(study, found), "small", "text"),
            (self._words.weakest(study, found), "small", "text"),
            (
                "; ".join(dict.fromkeys(missing)) or self.tr("none"),
                "small",
                "attention" if missing else "text_muted",
            ),
            (ranks, "small", "text_muted"),
            (money, "small", "text"),
        ]

    def _project(self, paper: Paper, row: int, cells: Cells, lines: int) -> None:
        top = paper.y
        self._line(paper, cells, lines)
        size = paper.metrics.line("small") * 0.75
        centre = QPointF(
            paper.left + paper.width * SHARES[0] - size, top + paper.metrics.line("small") * 0.75
        )
        state = self._results.screening.projects[row].screen
        paint_state(paper.painter, centre, size, state, paper.theme)
        paper.rule()

    def _line(self, paper: Paper, cells: Cells, most: int) -> None:
        metrics = paper.metrics
        gap, x, deepest = metrics.space("s"), paper.left, 0.0
        paper.y += metrics.space("xs") * 0.5
        for place, ((text, kind, colour), share) in enumerate(zip(cells, SHARES, strict=True)):
            width = paper.width * share - gap
            align = RIGHT if place >= len(SHARES) - 2 else LEFT
            y = paper.y
            for line in wrap_text(text, width, kind, metrics, most):
                paper.canvas.text(QRectF(x, y, width, metrics.line(kind)), line, kind, colour, align)
                y += metrics.line(kind)
            deepest = max(deepest, y)
            x += paper.width * share
        paper.y = deepest + metrics.space("xs") * 0.5

    def _sum(self, paper: Paper, shown: int) -> None:
        selection = self._selection
        if selection is None:
            return
        text = self.tr("Sum, within the envelope of EUR {budget} m").format(
            budget=f"{selection.budget / 1e6:.0f}"
        )
        if len(selection.chosen) > shown:
            text += self.tr("; {count} more in the workbook").format(count=len(selection.chosen) - shown)
        paper.y += paper.metrics.space("xs") * 0.5
        left, high = paper.left + paper.width * SHARES[0], paper.metrics.line("small")
        right = paper.left + paper.width - paper.metrics.space("s")
        line = QRectF(left, paper.y, right - left, high)
        paper.canvas.text(line, text, "small_strong", "text", LEFT)
        paper.canvas.text(line, f"{selection.cost / 1e6:.1f}", "small_strong", "text", RIGHT)
        paper.y += high + paper.metrics.space("xs") * 0.5
