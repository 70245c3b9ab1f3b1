"""What tabs have in common whose figures are worked out beside the window."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.app.context import Context
from desktop.charts.headed_view import HeadedView
from desktop.pages.robustness.foot import Foot
from desktop.pages.robustness.robustness_tab import RobustnessTab, RoomChoice
from desktop.widgets.text import head


class JobTab(RobustnessTab):
    """A tab that awaits one job, the latest it asked for."""

    def __init__(self, context: Context, choice: RoomChoice) -> None:
        super().__init__(context, choice)
        self._job = context.job(self)
        self._job.finished.connect(self._arrive)
        self._job.failed.connect(self.failed)

    def _arrive(self, found: object) -> None:
        """Takes what the job found."""
        raise NotImplementedError

    @property
    def is_waiting(self) -> bool:
        """See RobustnessTab."""
        return self._job.is_running

    def leave(self) -> None:
        """See RobustnessTab."""
        self._job.cancel()


class StatedTab(JobTab):
    """From above: a statement, what can be chosen, a chart, and a foot with a hint or the job's progress."""

    def __init__(self, context: Context, choice: RoomChoice) -> None:
        super().__init__(context, choice)
        self.statement = head(context.look, "")
        self.foot = Foot(context.look)
        self._work = ""
        self.foot.cancelled.connect(self._give_up)
        self._job.busy.connect(self._say_busy)

    def _lay_out(self, chart: QWidget, tools: QLayout | None = None, beside: QWidget | None = None) -> None:
        """Puts the chart below the statement, with `tools` between them and `beside` to the right of it."""
        space = self.context.look.metrics.space
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, space("xs"))
        column.setSpacing(space("s"))
        if beside is None:
            column.addWidget(self.statement)
        else:
            top = QHBoxLayout()
            top.addWidget(self.statement, 1)
            top.addWidget(beside)
            column.addLayout(top)
        if tools is not None:
            column.addLayout(tools)
        column.addWidget(chart, 1)
        column.addWidget(self.foot)

    def _follow_work(self, work: str, chart: HeadedView, name: str) -> None:
        """Says what the job does while it does it, and lets the chart be saved under the statement."""
        self._work = work
        self.foot.follow(self._job, work)
        self.offer_export(chart, name, lambda: self.statement.plain_text)

    def _give_up(self) -> None:
        """Stops the work because it is no longer wanted; what is on show stays."""
        self._job.cancel()

    def _say_busy(self, is_busy: bool) -> None:
        """Speaks only above an empty page: a statement on show stays until the next one is known."""
        waiting = f"{self._work}\N{HORIZONTAL ELLIPSIS}"
        if self.statement.plain_text in ("", waiting):
            self.statement.set_text(waiting if is_busy else "")


def named_combo(name: str, letters: int) -> QComboBox:
    """A list to choose from, as wide as so many letters at least."""
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(letters)
    return combo
