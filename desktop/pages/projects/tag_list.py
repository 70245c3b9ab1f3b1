"""The known tags under their field in the form: what each one is read by, chosen with a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal

from desktop.pages.projects.option_list import Mark, OptionList

if TYPE_CHECKING:
    from desktop.look.look import Look
    from desktop.pages.projects.edit_tasks import Option

#: Lines of text the list is high.
_LINES = 9


class TagList(OptionList):
    """Shows which known tags are chosen; a click asks for the list with one more or one less."""

    #: All entries, parted by semicolons.
    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._options: tuple[Option, ...] = ()
        self._entries: list[str] = []
        self.setAccessibleName(self.tr("Known tags"))
        self.rows.picked.connect(self._toggle)

    def show_entries(self, options: tuple[Option, ...], text: str) -> None:
        """Shows the known tags, those of a text that is parted by semicolons as chosen."""
        self._entries = [entry.strip() for entry in text.split(";") if entry.strip()]
        folded = {entry.casefold() for entry in self._entries}
        self._options = options
        marks = {place: Mark("✓") for place, option in enumerate(options) if option.text.casefold() in folded}
        self.show_options(options, marks)

    def sizeHint(self) -> QSize:
        return QSize(self._look.metrics.units(24), _LINES * self._look.metrics.line("small"))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _toggle(self, place: int, _is_bound: bool) -> None:
        wanted = self._options[place].text
        kept = [entry for entry in self._entries if entry.casefold() != wanted.casefold()]
        if len(kept) == len(self._entries):
            kept.append(wanted)
        self.chosen.emit("; ".join(kept))
