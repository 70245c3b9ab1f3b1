"""The line of the import dialog that tells how the file was read and lets one say otherwise."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from criteria.files.cells import cell_text
from desktop.widgets.fields import LabelledField
from desktop.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from criteria.files.project_table import ImportPreview
    from desktop.dialogs.import_choices import ImportChoices
    from desktop.look.look import Look

_ENCODINGS = ("utf-8", "windows-1252", "utf-16")
#: Rows among which the heads may be chosen.
_HEAD_ROWS = 25


class ReadingBar(QWidget):
    """Sheet, row of heads, encoding, delimiter and decimal mark; only what the file has is shown."""

    #: The name of an argument of `ImportChoices.reading` and its value.
    chosen = Signal(str, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row = FlowLayout(parent=self)
        self._combos: dict[str, QComboBox] = {}
        self._fields: dict[str, LabelledField] = {}
        for key, label in (
            ("sheet", self.tr("Sheet")),
            ("header_row", self.tr("Header row")),
            ("decimal", self.tr("Decimal mark")),
            ("encoding", self.tr("Encoding")),
            ("delimiter", self.tr("Columns parted by")),
        ):
            self._add(key, label)
        gap = look.metrics.space("l")
        self._row.set_gaps(gap, look.metrics.space("s"))

    def _add(self, key: str, label: str) -> None:
        combo = QComboBox()
        combo.setAccessibleName(label)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.activated.connect(partial(self._choose, key))
        self._combos[key] = combo
        self._fields[key] = LabelledField(self._look, label, combo)
        self._row.addWidget(self._fields[key])

    def combo(self, key: str) -> QComboBox:
        """The drop-down of a choice, by the name of its argument."""
        return self._combos[key]

    def show_preview(self, preview: ImportPreview, choices: ImportChoices) -> None:
        """Shows how the file was read, and what was chosen."""
        file = preview.file
        sheets = [(sheet.name, sheet.name) for sheet in file.sheets]
        self._fill("sheet", sheets, preview.sheet.name, len(sheets) > 1)
        self._fill_heads(preview, choices)
        found = self.tr("as found")
        marks = [(found, None), (self.tr("point: 3.5"), "."), (self.tr("comma: 3,5"), ",")]
        self._fill("decimal", marks, choices.decimal, True)
        is_text = bool(file.delimiter)
        names = [
            (self.tr("as found: {name}").format(name=file.encoding), None),
            *((n, n) for n in _ENCODINGS),
        ]
        self._fill("encoding", names, choices.encoding, is_text)
        signs = {",": self.tr("commas"), ";": self.tr("semicolons"), "\t": self.tr("tabs")}
        first = self.tr("as found: {name}").format(name=signs.get(file.delimiter, file.delimiter))
        parts = [(first, None), *((name, sign) for sign, name in signs.items())]
        self._fill("delimiter", parts, choices.delimiter, is_text)

    def _fill_heads(self, preview: ImportPreview, choices: ImportChoices) -> None:
        found = preview.mapping.header_row
        first = self.tr("no row found")
        if found is not None:
            first = self.tr("as found: row {row}").format(row=found + 1)
        rows: list[tuple[str, Any]] = [(first, None)]
        for number, row in enumerate(preview.sheet.rows[:_HEAD_ROWS]):
            texts = [cell_text(cell) for cell in row if cell is not None][:3]
            if texts:
                words = self.tr("row {row}: {texts}").format(row=number + 1, texts=_cut(", ".join(texts)))
                rows.append((words, number))
        self._fill("header_row", rows, choices.header_row, True)

    def _fill(self, key: str, rows: list[tuple[str, Any]], current: object, is_shown: bool) -> None:
        combo = self._combos[key]
        blocker = QSignalBlocker(combo)
        combo.clear()
        for text, data in rows:
            combo.addItem(text, data)
        place = next((i for i, (_, data) in enumerate(rows) if data == current), 0)
        combo.setCurrentIndex(place)
        blocker.unblock()
        self._fields[key].setVisible(is_shown)

    def _choose(self, key: str, place: int) -> None:
        self.chosen.emit(key, self._combos[key].itemData(place))


def _cut(text: str, most: int = 36) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
