"""The editor of a cell: a line of text that keeps what is refused, with its options underneath."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from criteria.errors import ProportioError
from criteria.files.typed_scores import score_text
from criteria.model.projects import MISSING, Score
from desktop.pages.projects.edit_tasks import EditTask, Option, nudged, widened
from desktop.pages.projects.editor_popup import EditorPopup
from desktop.pages.projects.option_list import Mark

if TYPE_CHECKING:
    from desktop.look.look import Look

_KEY = Qt.Key
#: What is commonly typed into a cell for a level or a small figure must be seen whole.
_WIDEST_SCORE = "4 (3-5)"
#: More countries than one reads through.
_MOST_SUGGESTED = 60
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class CellEditor(QLineEdit):
    """Edits one cell as its task says; `commit` writes or says why not."""

    def __init__(self, look: Look, task: EditTask, parent: QWidget) -> None:
        super().__init__(parent)
        self._task = task
        self._place = -1
        #: What was typed, while one walks through what it suggests.
        self._sought: str | None = None
        self._cell = QRect()
        self.setFont(look.font("small"))
        self.setText(task.text)
        self.setAccessibleName(f"{task.place} {task.title}")
        if task.is_numeric:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.popup = EditorPopup(look, parent.window(), task.title, task.place, self._keys())
        self.popup.rows.picked.connect(self._pick)
        self.textEdited.connect(self._seek)
        self.textChanged.connect(self._follow_text)
        self.destroyed.connect(self.popup.deleteLater)
        self._follow_text()

    def _keys(self) -> str:
        return {
            "free": "",
            "level": self.tr("↑ ↓ level · Alt+← → widen low and high, with Shift narrow · empty: missing"),
            "one": self.tr("↑ ↓ choose · Enter takes it · empty: not known"),
            "suggested": self.tr("↑ ↓ choose · Enter takes what is written, also other words"),
            "many": self.tr("↑ ↓ choose, Enter adds or removes · entries are parted by semicolons"),
        }[self._task.choice]

    @property
    def refusal(self) -> str:
        """Why the text was refused, empty where it was not."""
        return self.popup.error

    def set_cell(self, cell: QRect) -> None:
        """Lies over its cell, and beyond it as far as the text needs and half the table allows."""
        self._cell = QRect(cell)  # the view takes its own back
        self._fit()

    def _fit(self) -> None:
        if not self._cell.isValid():
            return
        cell, view = self._cell, cast("QWidget", self.parentWidget())
        texts = [self.text(), *([_WIDEST_SCORE] if self._task.is_numeric else [])]
        advance = max(self.fontMetrics().horizontalAdvance(f"{text}  ") for text in texts)
        width = min(max(cell.width(), advance + 2 * cell.height() // 3), max(cell.width(), view.width() // 2))
        # Figures stand at the right of their cell and keep their place there.
        wanted = cell.right() + 1 - width if self._task.is_numeric else cell.left()
        left = max(0, min(wanted, view.width() - width))
        self.setGeometry(QRect(left, cell.top(), width, cell.height()))

    def commit(self) -> bool:
        """Writes the text; a refused one stays, with the sentence that says why."""
        text = self._completed()
        if text.strip() == self._task.text.strip():
            return True
        try:
            self._task.write(text)
        except ProportioError as error:
            self._refuse(str(error))
            return False
        return True

    def accept_option(self) -> bool:
        """Adds or removes the option one moved to, where several may be chosen; False where none is."""
        if self._task.choice != "many" or self._place < 0:
            return False
        self._toggle(self._shown()[self._place])
        return True

    def _refuse(self, sentence: str) -> None:
        self.popup.show_error(sentence)
        self.setProperty("invalid", bool(sentence))
        self.style().unpolish(self)
        self.style().polish(self)
        self._place_popup()

    def _seek(self, _text: str) -> None:
        self._sought = None
        self._follow_text()

    def _follow_text(self) -> None:
        if self.popup.error:
            self._refuse("")
        shown = self._shown()
        if self._task.choice != "many":
            self._place = self._chosen(shown)
        elif self._place >= len(shown):
            self._place = -1
        self.popup.show_options(shown, self._marks(shown))
        self._fit()
        self._place_popup()

    def _shown(self) -> tuple[Option, ...]:
        if self._task.choice == "suggested":
            return self._suggested()
        if self._task.choice != "many":
            return self._task.options
        fragment = self.text().rpartition(";")[2].strip().casefold()
        found = tuple(option for option in self._task.options if fragment in option.title.casefold())
        is_whole = any(fragment == option.text.casefold() for option in found)
        return self._task.options if is_whole else found

    def _suggested(self) -> tuple[Option, ...]:
        text = self.text() if self._sought is None else self._sought
        if self._sought is None and text == self._task.text:
            text = ""  # what the cell has already is no search
        sought = text.strip().casefold()
        found = [option for option in self._task.options if sought in option.title.casefold()]
        # What begins with the text comes first.
        found.sort(key=lambda option: not option.title.casefold().startswith(sought))
        return tuple(found) if len(found) <= _MOST_SUGGESTED else tuple(found[:_MOST_SUGGESTED])

    def _chosen(self, shown: tuple[Option, ...]) -> int:
        text = self.text().strip().casefold()
        exact = [place for place, option in enumerate(shown) if option.text.casefold() == text]
        begun = [
            place for place, option in enumerate(shown) if text and option.title.casefold().startswith(text)
        ]
        if self._task.choice == "suggested":
            begun = []
        return (exact or begun or [-1])[0]

    def _completed(self) -> str:
        """The text, or the one option it is the beginning of."""
        text = self.text()
        if self._task.choice == "one" and text.strip() and self._place >= 0:
            return self._task.options[self._place].text
        return text.rstrip("; ") if self._task.choice == "many" else text

    def _marks(self, shown: tuple[Option, ...]) -> dict[int, Mark]:
        if self._task.choice == "level":
            return self._level_marks(self._score())
        marks = {}
        if self._task.choice == "many":
            chosen = self._entries()
            marks = {i: Mark(self.tr("chosen")) for i, o in enumerate(shown) if o.text.casefold() in chosen}
        if 0 <= self._place < len(shown):
            word = marks[self._place].text if self._place in marks else ""
            marks[self._place] = Mark(word, is_current=True)
        return marks

    def _level_marks(self, score: Score) -> dict[int, Mark]:
        marks: dict[int, Mark] = {}
        named = (
            (score.low, self.tr("low")),
            (score.high, self.tr("high")),
            (score.value, self.tr("most likely")),
        )
        for place, option in enumerate(self._task.options):
            words = [word for value, word in named if value is not None and value == float(option.number)]
            if words:
                marks[place] = Mark(", ".join(words), is_current=score.value == float(option.number))
        return marks

    def _score(self) -> Score:
        try:
            return cast("Score", self._task.read(self.text()))
        except ProportioError:
            return MISSING

    def _entries(self) -> list[str]:
        return [entry.strip().casefold() for entry in self.text().split(";") if entry.strip()]

    def _toggle(self, option: Option) -> None:
        entries = [entry.strip() for entry in self.text().split(";") if entry.strip()]
        known = {item.text.casefold() for item in self._task.options}
        if entries and entries[-1].casefold() not in known and not self.text().rstrip().endswith(";"):
            entries.pop()  # the beginning one typed to find the option
        kept = [entry for entry in entries if entry.casefold() != option.text.casefold()]
        if len(kept) == len(entries):
            kept.append(option.text)
        self._place = -1
        self.setText("".join(f"{entry}; " for entry in kept))

    def _pick(self, place: int, is_bound: bool) -> None:
        option = self._shown()[place]
        if self._task.choice == "many":
            self._toggle(option)
        elif self._task.choice == "level" and is_bound:
            self._stretch_to(float(option.number))
        elif self._task.choice == "level":
            score = self._score()
            step = round(float(option.number) - (score.value if score.value is not None else 0))
            moved = (
                nudged(score, step, *self._ends()) if score.value is not None else Score(float(option.number))
            )
            self.setText(score_text(moved))
        else:
            self.setText(option.text)

    def _stretch_to(self, level: float) -> None:
        score = self._score()
        if score.value is None or level == score.value:
            return
        end: Literal["low", "high"] = "low" if level < score.value else "high"
        now = (score.low if end == "low" else score.high) or score.value
        self.setText(score_text(widened(score, end, round(level - now), *self._ends())))

    def _ends(self) -> tuple[int, int]:
        levels = [int(option.number) for option in self._task.options]
        return min(levels), max(levels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._task.choice == "level" and self._level_key(event):
            return
        if self._task.choice in ("one", "many", "suggested") and event.key() in (_KEY.Key_Up, _KEY.Key_Down):
            self._move(1 if event.key() == _KEY.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def _level_key(self, event: QKeyEvent) -> bool:
        key, score = event.key(), self._score()
        if key in (_KEY.Key_Up, _KEY.Key_Down):
            self.setText(score_text(nudged(score, 1 if key == _KEY.Key_Down else -1, *self._ends())))
            return True
        if key in (_KEY.Key_Left, _KEY.Key_Right) and event.modifiers() & _ALT:
            is_back = bool(event.modifiers() & _SHIFT)
            end: Literal["low", "high"] = "low" if (key == _KEY.Key_Left) != is_back else "high"
            step = -1 if key == _KEY.Key_Left else 1
            self.setText(score_text(widened(score, end, step, *self._ends())))
            return True
        return False

    def _move(self, step: int) -> None:
        shown = self._shown()
        if not shown:
            return
        self._place = (
            (self._place + step) % len(shown) if self._place >= 0 else (0 if step > 0 else len(shown) - 1)
        )
        if self._task.choice in ("one", "suggested"):
            self._sought = self.text() if self._sought is None else self._sought
            self.setText(shown[self._place].text)
            self.selectAll()
        self.popup.show_options(shown, self._marks(shown))

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place_popup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_popup()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_popup()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.popup.hide()

    def _place_popup(self) -> None:
        if self.isVisible():
            corner = self.mapTo(self.window(), QPoint(0, 0))
            self.popup.place_at(QRect(corner, self.size()))
