"""The order of the projects at another weight, while the handle is dragged; nothing in the study changes."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from criteria.model.settings import Method
from criteria.ranking.ranks import competition_ranks
from criteria.ranking.results import Results
from criteria.robustness.study_sensitivity import scores_at, steady_rows
from desktop.app.words.numbers import per_cent
from desktop.look.look import Look
from desktop.widgets.text import Text, strong

#: How many projects are listed.
MOST = 5


class WhatIf(QWidget):
    """A heading with the weight and the leading projects there, with how far each moved."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._head = strong(look, "")
        self._lines = Text(look, "", "small")
        self._lines.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.space("xs"))
        column.addWidget(self._head)
        column.addWidget(self._lines)

    def show_weight(
        self, results: Results, method: Method, element: str, weight: float, is_current: bool
    ) -> None:
        """Lists the leading projects at a weight of an element."""
        scores = scores_at(results, method, element, weight)
        ranks = competition_ranks(scores)
        rows = steady_rows(results)
        projects = results.study.projects
        name = results.study.name_of(element)
        text = (
            self.tr("Now, with {name} at {weight}") if is_current else self.tr("If {name} weighed {weight}")
        )
        self._head.set_text(text.format(name=name, weight=per_cent(weight, 1)))
        order = sorted(range(len(rows)), key=lambda place: (int(ranks[place]), place))
        lines = []
        for place in order[:MOST]:
            before = int(results.methods[method].rank_best[rows[place]])
            moved = before - int(ranks[place])
            sign = f"  ▲{moved}" if moved > 0 else f"  ▼{-moved}" if moved < 0 else ""
            project = projects[rows[place]]
            lines.append(f"{int(ranks[place])}  {project.id}{sign}  {shortened(project.title)}")
        self._lines.set_text("\n".join(lines))


def shortened(title: str, most: int = 38) -> str:
    """A title cut at a word, so that a list of projects keeps one line for each."""
    if len(title) <= most:
        return title
    return title[: title.rfind(" ", 0, most) if " " in title[:most] else most].rstrip(",:; ") + "…"
