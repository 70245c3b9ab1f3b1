"""How firmly projects keep their ranks, computed off the window's thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from criteria.model.settings import Method
from criteria.ranking.results import Results
from criteria.robustness.study_sensitivity import steady_rows
from desktop.app.context import Context
from desktop.app.jobs import Token

#: How long after a change the shares are asked for.
PAUSE_MS = 60


class Firmness(QObject):
    """Shares by project id for the results in hand; `arrived` when those asked for are known."""

    arrived = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._job = context.job(self)
        self._job.finished.connect(self._keep)
        self._results: Results | None = None
        self._known: dict[Method, dict[str, float]] = {}
        self._asked: Method | None = None
        # A moment later, so that the worker does not hold up the picture of the room.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._start)

    def shares(self, results: Results, method: Method) -> dict[str, float] | None:
        """What is known; empty while it is computed, None where fewer than two projects are complete."""
        if results is not self._results:
            self.cancel()
            self._results, self._known, self._asked = results, {}, None
        if len(steady_rows(results)) < 2:
            return None
        if method not in self._known and not (self.is_running and self._asked == method):
            self._asked = method
            self._job.cancel()
            self._pause.start()
        return self._known.get(method, {})

    @property
    def is_running(self) -> bool:
        """Whether shares are awaited."""
        return self._pause.isActive() or self._job.is_running

    def cancel(self) -> None:
        """Gives up what is being computed."""
        self._pause.stop()
        self._job.cancel()

    def _start(self) -> None:
        if self._results is not None and self._asked is not None:
            self._job.start(partial(_compute, self._results, self._asked))

    def _keep(self, answer: object) -> None:
        if isinstance(answer, tuple) and answer[0] is self._results:
            _, method, shares = answer
            self._known[method] = shares
            self.arrived.emit()


def _compute(
    results: Results, method: Method, token: Token
) -> tuple[Results, Method, dict[str, float]] | None:
    shares = firm_shares(results, method, token)
    return None if shares is None else (results, method, shares)


def firm_shares(results: Results, method: Method, token: Token) -> dict[str, float] | None:
    """Share of uniformly drawn weightings in which each complete project keeps its rank within one place.

    None where the work was given up.
    """
    from criteria.robustness.acceptability import acceptability
    from criteria.robustness.study_sensitivity import scorer

    asked = scorer(results, method)
    if asked is None:
        return {}
    settings = results.study.settings
    found = acceptability(asked, draws=settings.draws, seed=settings.seed, cancelled=token.is_cancelled)
    if found is None:
        return None
    shares = {}
    for place, row in enumerate(steady_rows(results)):
        rank_now = int(results.methods[method].rank_best[row])
        near = found.ranks[place, max(0, rank_now - 2) : rank_now + 1]
        shares[results.study.projects[row].id] = float(min(1.0, near.sum()))
    return shares
