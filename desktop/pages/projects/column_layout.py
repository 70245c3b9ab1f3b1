"""Which columns of the table are shown, how wide they are and how high its rows, as this person left them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.pages.projects.columns import PROFILE, SHOWN_AT_FIRST, Column
from desktop.pages.projects.wrapped_text import line_count

if TYPE_CHECKING:
    from desktop.app.settings import SettingsStore
    from desktop.look.look import Look
    from desktop.pages.projects.frozen_table import FrozenTable
    from desktop.pages.projects.project_filter import ProjectFilter
    from desktop.pages.projects.project_model import ProjectModel

_TABLE = "projects"
_FOLD = "projects/"
_MOST_LINES = 5
#: Rows looked at when widths are chosen; widths grow when a longer figure is entered.
_SAMPLE = 60


class ColumnLayout(QObject):
    """Shows, hides, folds and sizes the columns; choices are kept for the next start."""

    changed = Signal()

    def __init__(
        self,
        look: Look,
        table: FrozenTable,
        model: ProjectModel,
        rows: ProjectFilter,
        settings: SettingsStore,
    ) -> None:
        super().__init__(table)
        self._look = look
        self._table = table
        self._model = model
        self._rows = rows
        self._settings = settings
        self._chosen: set[str] = set(SHOWN_AT_FIRST)
        #: Widths that someone dragged, in hundredths of a unit by column.
        self._dragged: dict[str, int] = {}
        self._fitted: list[int] = []
        self._folded = {key.removeprefix(_FOLD) for key in settings.value.folded if key.startswith(_FOLD)}
        header = table.grouped_header
        header.fold_asked.connect(self.toggle_fold)
        header.widths_chosen.connect(self._take_dragged)
        look.changed.connect(self.fit)

    def is_shown(self, key: str) -> bool:
        """Whether a profile column is chosen."""
        return key in self._chosen

    def is_folded(self, premise_id: str) -> bool:
        """Whether a premise is folded to a strip."""
        return premise_id in self._folded

    def set_shown(self, key: str, is_shown: bool) -> None:
        """Shows or hides a profile column."""
        (self._chosen.add if is_shown else self._chosen.discard)(key)
        self.apply()
        self._keep()

    def toggle_fold(self, premise_id: str) -> None:
        """Folds the criteria of a premise to a strip, or shows them again."""
        self._folded ^= {premise_id}
        others = tuple(key for key in self._settings.value.folded if not key.startswith(_FOLD))
        self._settings.change(folded=(*others, *(f"{_FOLD}{key}" for key in sorted(self._folded))))
        self.apply()

    def reveal(self, key: str) -> None:
        """Makes a column visible: unfolds its premise or chooses it."""
        place = self._model.column_of(key)
        if place < 0:
            return
        column = self._model.columns[place]
        if column.group != PROFILE and self.is_folded(column.group):
            self.toggle_fold(column.group)
        elif column.group == PROFILE and not self.is_shown(key):
            self.set_shown(key, True)

    def apply(self) -> None:
        """Shows and hides sections as chosen."""
        for place, column in enumerate(self._model.columns):
            self._table.setColumnHidden(place, not self._is_visible(column))
        self._table.grouped_header.updateGeometry()
        self._table.grouped_header.viewport().update()
        self.changed.emit()

    def _is_visible(self, column: Column) -> bool:
        if column.group == PROFILE:
            return column.key in self._chosen
        return (column.kind == "strip") == (column.group in self._folded)

    def fit(self) -> None:
        """Gives every column the width its head and values need, or the one this person chose."""
        self._restore()
        unit = self._look.metrics.unit
        for place, column in enumerate(self._model.columns):
            chosen = round(self._dragged.get(column.key, 0) * unit / 100)
            # A hidden section remembers the width it is given only while it is shown.
            self._table.setColumnHidden(place, False)
            self._table.setColumnWidth(place, chosen or self._needed(place, column))
        self._fitted = self._widths()
        self.apply()
        self.fit_rows()

    def _restore(self) -> None:
        """What was kept for these columns: shown where positive, its size a width unless it is 1."""
        kept = self._settings.column_widths(_TABLE)
        if len(kept) != len(self._model.columns):
            return
        pairs = list(zip(self._model.columns, kept, strict=True))
        self._chosen = {column.key for column, width in pairs if column.group == PROFILE and width > 0}
        self._dragged = {column.key: abs(width) for column, width in pairs if abs(width) > 1}

    def _widths(self) -> list[int]:
        return [self._table.columnWidth(place) for place in range(len(self._model.columns))]

    def _needed(self, place: int, column: Column) -> int:
        metrics = self._look.metrics
        side = 2 * metrics.units(0.6) + metrics.space("xs")
        if column.kind == "strip":
            return metrics.units(3)
        if column.key == "title":
            return metrics.units(29)
        arrow = metrics.units(1)
        heads = (metrics.width(column.head, "small_strong") + arrow, self._unit_width(column.unit))
        widest = max(*heads, *(metrics.width(text, "small") for text in self._samples(place)), 0)
        if column.kind == "state":
            widest += metrics.units(2.25)
        limits = {"text": (8, 12), "words": (8, 20), "id": (4, 10)}.get(column.kind, (4, 40))
        return round(max(metrics.units(limits[0]), min(metrics.units(limits[1]), widest + side)))

    def _unit_width(self, unit: str) -> float:
        """The width at which a unit fits on two lines."""
        words, measure = unit.split(), self._look.metrics.width
        breaks = (
            max(measure(" ".join(words[:place]), "tick"), measure(" ".join(words[place:]), "tick"))
            for place in range(len(words))
        )
        return min(breaks, default=0.0)

    def _samples(self, place: int) -> list[str]:
        rows = range(min(_SAMPLE, self._model.rowCount()))
        column = self._model.columns[place]
        texts = [self._model.view(row, place).words for row in rows]
        if column.kind == "text":
            return [max(text.split(), key=len, default="") for text in texts]
        return sorted(texts, key=len)[-6:]

    def grow(self, row: int) -> None:
        """Widens columns of ids and figures for the values of a row that has changed."""
        metrics = self._look.metrics
        side = 2 * metrics.units(0.6) + metrics.space("xs")
        for place, column in enumerate(self._model.columns):
            if (column.is_numeric or column.kind == "id") and self._is_visible(column):
                wanted = round(metrics.width(self._model.view(row, place).words, "small")) + side
                if wanted > self._table.columnWidth(place):
                    self._table.setColumnWidth(place, wanted)
                    self._fitted[place] = wanted
        self._fit_row_of(row)

    def fit_rows(self) -> None:
        """Gives every row the height its title needs, two lines at least."""
        header = self._table.verticalHeader()
        header.setMinimumSectionSize(self._look.metrics.double_row)
        header.setDefaultSectionSize(self._look.metrics.double_row)
        for row in range(self._model.rowCount()):
            self._fit_row_of(row)

    def _fit_row_of(self, source_row: int) -> None:
        place = self._rows.mapFromSource(self._model.index(source_row, 0)).row()
        if place < 0:
            return
        height = self._row_height(source_row)
        if height != self._table.rowHeight(place):
            self._table.setRowHeight(place, height)

    def _row_height(self, source_row: int) -> int:
        metrics = self._look.metrics
        title = self._model.column_of("title")
        width = self._table.columnWidth(title) - 2 * metrics.units(0.6)
        text = self._model.view(source_row, title).text
        lines = line_count(text, self._look.font("small"), width, _MOST_LINES)
        return max(metrics.double_row, lines * metrics.line("small") + metrics.space("xs"))

    def _keep(self) -> None:
        """Keeps for the next start which columns are shown and the widths someone dragged."""
        columns = enumerate(self._model.columns)
        signs = [(column.key, -1 if self._table.isColumnHidden(place) else 1) for place, column in columns]
        self._settings.keep_column_widths(_TABLE, [sign * self._dragged.get(key, 1) for key, sign in signs])

    def _take_dragged(self) -> None:
        unit, now = self._look.metrics.unit, self._widths()
        for column, before, width in zip(self._model.columns, self._fitted, now, strict=True):
            if width and width != before:
                self._dragged[column.key] = max(2, round(width * 100 / unit))
        self._fitted = now
        self.fit_rows()
        self._keep()
