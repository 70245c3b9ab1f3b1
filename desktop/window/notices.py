"""What the window says of acts that were just done or refused, and what it offers to do about them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from criteria.history import History
    from desktop.app.store import Store
    from desktop.widgets.notice import Notice


#: How long a sentence stays that asks for nothing, since it lies over the room.
LASTS_MS = 8000


class Notices(QObject):
    """Fills the notice strip. What was done goes away with the next step, what failed when it was read."""

    def __init__(self, notice: Notice, store: Store) -> None:
        super().__init__()
        self._notice, self._store = notice, store
        self._point: History | None = None
        self._act: Callable[[], object] | None = None
        self._is_of_step = False
        notice.action_asked.connect(self._do)
        store.changed.connect(self._follow)

    def tell(self, sentence: str, can_undo: bool = False) -> None:
        """Says what was done; with `can_undo` it offers to take back the step just taken, and only that."""
        self._is_of_step = True
        self._say(sentence, self.tr("Undo") if can_undo else "", self._undo if can_undo else None)

    def refuse(self, sentence: str) -> None:
        """Says why an edit was refused, until another one is made."""
        self._is_of_step = True
        self._say(sentence, "", None, "danger")

    def warn(self, sentence: str) -> None:
        """Says what failed."""
        self._is_of_step = False
        self._say(sentence, "", None, "danger")

    def tell_written(self, path: Path) -> None:
        """Says where a file was written, and offers to open its folder."""
        self._is_of_step = True
        sentence = self.tr("Written: {path}").format(path=path)
        self._say(sentence, self.tr("Open folder"), partial(show_folder, path), "success")

    def settle(self) -> None:
        """Takes away what was said of a study that is no longer in hand."""
        if self._store.history is not self._point:
            self._notice.dismiss()

    def _say(self, sentence: str, action: str, act: Callable[[], object] | None, tone: str = "info") -> None:
        self._point, self._act = self._store.history, act
        has_time = bool(action) or not self._is_of_step
        self._notice.show_message(sentence, action, tone, 0 if has_time else LASTS_MS)

    def _follow(self, _change: object) -> None:
        if self._is_of_step:
            self.settle()

    def _do(self) -> None:
        if self._act is not None:
            self._act()

    def _undo(self) -> None:
        if self._store.history is self._point:
            self._store.undo()


def show_folder(path: Path) -> bool:
    """Opens the folder of a file in the system's file manager; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
