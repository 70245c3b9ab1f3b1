"""What the commands of a weighting session do: the window, the reveal, the seal, blind scoring."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from criteria.edits.session import hide_answers
from criteria.edits.settings import set_settings
from desktop.app.context import Context

if TYPE_CHECKING:
    from criteria.model.study import Study
    from desktop.app.session import Session
    from desktop.session.session_window import SessionWindow


class SessionActs(QObject):
    """One session window at a time; it lies above the window it was opened from."""

    def __init__(self, context: Context, session: Session, above: object) -> None:
        super().__init__()
        self._context = context
        self._session = session
        self._above = above if isinstance(above, QWidget) else None
        self._window: SessionWindow | None = None

    @property
    def window(self) -> SessionWindow | None:
        """The session window, None while none is open."""
        return self._window

    def start(self) -> None:
        """Opens session mode on the whole screen; whoever comes back finds it as it was left."""
        self._open().activateWindow()

    def show_log(self) -> None:
        """Opens session mode at its log."""
        self._open().show_log()

    def reveal(self) -> None:
        """Lets everybody see the answers, without the discussion."""
        from desktop.session.open_matters import OpenMatters

        unfinished = OpenMatters().unfinished(self._study)
        if unfinished:
            text = self.tr("{unfinished}. Reveal the answers that there are?").format(unfinished=unfinished)
            if not self._context.questions.confirm(
                self.tr("Reveal answers"), text, self.tr("Reveal"), self.tr("Not yet")
            ):
                return
        self._context.store.edit(self.tr("Reveal answers"), partial(hide_answers, hidden=False))

    def is_hidden(self) -> bool:
        """Whether answers wait for their reveal."""
        return self._session.has_study and self._study.session.hidden

    def seal(self) -> None:
        """Asks who seals the weights, and seals them."""
        from criteria.edits.sealing import seal_weights
        from desktop.session.open_matters import OpenMatters

        text = self.tr(
            "Criteria, answers and the way they are combined are sealed as they are now. They can still be "
            "changed, but every change then needs a name and a reason, which stay on record and are exported."
        )
        still_open = OpenMatters().before_seal(self._study)
        if still_open:
            text = f"{text}\n\n{still_open}"
        signature = self._context.questions.sign(
            self.tr("Seal the weights"), text, self.tr("Seal"), asks_reason=False
        )
        if signature is None:
            return
        seal = partial(seal_weights, who=signature.who, when=self._context.clock())
        if self._context.store.edit(self.tr("Seal the weights"), seal):
            sentence = self.tr("The weights are sealed by {who}.").format(who=signature.who)
            self._context.navigator.tell(sentence, can_undo=True)

    def can_seal(self) -> bool:
        """Whether there is somebody whose weights can be sealed, and they are not sealed yet."""
        return self._session.has_study and bool(self._study.stakeholders) and self._study.session.seal is None

    def toggle_blind(self) -> None:
        """Hides titles and countries where scores are entered and shown, or shows them again."""
        is_blind = not self._study.settings.blind_scoring
        label = self.tr("Blind scoring") if is_blind else self.tr("End blind scoring")
        self._context.store.edit(label, partial(set_settings, blind_scoring=is_blind))

    def is_blind(self) -> bool:
        """Whether titles and countries are hidden."""
        return self._session.has_study and self._study.settings.blind_scoring

    @property
    def _study(self) -> Study:
        return self._context.store.study

    def _open(self) -> SessionWindow:
        if self._window is None:
            from desktop.session.session_window import SessionWindow

            self._window = SessionWindow(self._context, self._above)
            self._window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._window.closed.connect(self._forget)
            self._window.showFullScreen()
        return self._window

    def _forget(self) -> None:
        self._window = None
