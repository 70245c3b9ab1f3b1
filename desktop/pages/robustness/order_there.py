"""The order of the projects at another weight, while the handle is dragged; nothing in the study changes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from criteria.model.settings import Method
from criteria.ranking.ranks import competition_ranks
from criteria.ranking.results import Results
from criteria.robustness.study_sensitivity import scores_at, steady_rows
from desktop.app.words.numbers import per_cent
from desktop.look.look import Look
from desktop.look.pencil import RIGHT, Pencil
from desktop.widgets.text import strong

#: How many projects are listed.
MOST = 10


@dataclass(frozen=True)
class Place:
    """A project at the weight on show: its rank, and by how many places it moved up (or, below 0, down)."""

    rank: str
    key: str
    title: str
    moved: int

    @property
    def sign(self) -> str:
        """An arrow with the places moved, empty where it stayed."""
        return f"▲{self.moved}" if self.moved > 0 else f"▼{-self.moved}" if self.moved < 0 else ""


class OrderThere(QWidget):
    """A heading with the weight and the leading projects there, with how far each moved."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.heading = strong(look, "")
        self.heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.list = PlaceList(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.space("xs"))
        column.addWidget(self.heading)
        column.addWidget(self.list)

    def show_weight(
        self, results: Results, method: Method, element: str, weight: float, is_current: bool
    ) -> None:
        """Lists the leading projects at a weight of an element."""
        name = results.study.name_of(element)
        text = (
            self.tr("Now, with {name} at {weight}") if is_current else self.tr("If {name} weighed {weight}")
        )
        self.heading.set_text(text.format(name=name, weight=per_cent(weight, 1)))
        self.list.show_places(places(results, method, element, weight))


def places(results: Results, method: Method, element: str, weight: float) -> tuple[Place, ...]:
    """The leading projects among the complete ones at a weight of an element; equal scores share a rank."""
    ranks = competition_ranks(scores_at(results, method, element, weight)).tolist()
    rows = steady_rows(results)
    now = competition_ranks(results.methods[method].low[list(rows)]).tolist()
    order = sorted(range(len(rows)), key=lambda place: (ranks[place], place))
    found = []
    for place in order[:MOST]:
        project, rank = results.study.projects[rows[place]], ranks[place]
        text = f"={rank}" if ranks.count(rank) > 1 else str(rank)
        found.append(Place(text, project.id, project.title, now[place] - rank))
    return tuple(found)


class PlaceList(QWidget):
    """Places below each other, titles in two lines; painted, because it changes with every step of a drag."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.places: tuple[Place, ...] = ()
        self.setAccessibleName(self.tr("Leading projects at this weight"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Shows these places."""
        if len(places) != len(self.places):
            self.updateGeometry()
        self.places = places
        self.setAccessibleDescription("; ".join(f"{p.rank} {p.key} {p.title} {p.sign}" for p in places))
        self.setToolTip("\n".join(f"{place.rank}  {place.key}  {place.title}" for place in places))
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines for each place."""
        metrics = self._look.metrics
        return QSize(metrics.units(28), len(self.places) * metrics.double_row)

    def minimumSizeHint(self) -> QSize:
        """As high as wished, narrower."""
        return QSize(self._look.metrics.units(20), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints one place below the other."""
        painter = QPainter(self)
        pencil = Pencil(painter, self._look.theme, self._look.metrics)
        high = self._look.metrics.double_row
        for number, place in enumerate(self.places):
            self._paint(pencil, QRectF(0, number * high, self.width(), high), place)
        painter.end()

    def _paint(self, pencil: Pencil, box: QRectF, place: Place) -> None:
        metrics = self._look.metrics
        rank, key, gap = metrics.width("=10", "small_strong"), self._key_width(), metrics.space("s")
        sign = metrics.width("▲10", "small_strong")
        x = box.left()
        pencil.text(QRectF(x, box.top(), rank, box.height()), place.rank, "small_strong", "text", RIGHT)
        x += rank + gap
        pencil.text(QRectF(x, box.top(), key, box.height()), place.key, "small", "text_muted")
        x += key + gap
        pencil.text(box, place.sign, "small_strong", "attention", RIGHT)
        room = box.right() - sign - metrics.space("xs") - x
        pencil.paragraph(QRectF(x, box.top(), room, box.height()), place.title, "small")

    def _key_width(self) -> float:
        return max((self._look.metrics.width(place.key, "small") for place in self.places), default=0.0)
