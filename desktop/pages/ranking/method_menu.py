"""The menu of method choices that are part of the record."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QPalette
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from criteria.edits.settings import set_settings
from criteria.model.study import Study
from criteria.ranking.project_comparisons import LARGEST_SET, comparable_projects
from desktop.app.context import Context
from desktop.app.words.methods import MethodWords
from desktop.look.look import Look
from desktop.widgets.text import Text

THETAS = (0.0, 0.25, 0.5, 0.75, 1.0)


class MethodMenu(QMenu):
    """Groups of exclusive choices; each choice is one undo step."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setToolTipsVisible(True)
        self._actions: list[tuple[QAction, str, object]] = []
        words = MethodWords()
        self._group(
            self.tr("TOPSIS: scales"),
            "topsis_normalisation",
            tuple((words.normalisation(k), k) for k in ("fixed", "vector", "minmax")),
        )
        self._group(
            self.tr("AHP: synthesis"),
            "ahp_synthesis",
            tuple((words.synthesis(k), k) for k in ("ideal", "distributive")),
        )
        self._group(
            self.tr("AHP: intensities"),
            "ahp_intensities",
            (
                (self.tr("From value functions (ratings)"), "ratings"),
                (self.tr("From comparing projects pairwise (up to nine)"), "projects"),
            ),
        )
        self._group(
            self.tr("Benefit–risk: θ, the share of severity that good institutions keep"),
            "theta",
            tuple((f"{value:.2f}", value) for value in THETAS),
        )
        self._group(
            self.tr("Scores"),
            "score_set",
            tuple((words.score_set(k), k) for k in ("proposed", "offered", "required")),
        )

    def show_study(self, study: Study) -> None:
        """Ticks what is in force; comparing projects needs two to nine ranked ones."""
        for action, name, value in self._actions:
            action.setChecked(getattr(study.settings, name) == value)
            if value == "projects":
                action.setEnabled(bool(comparable_projects(study)) or action.isChecked())
                action.setToolTip(
                    self.tr("Possible with two to {most} ranked projects").format(most=LARGEST_SET)
                )

    def _group(self, title: str, name: str, choices: tuple[tuple[str, object], ...]) -> None:
        if self.actions():
            self.addSeparator()
        self.addAction(_Heading(self._context.look, title, self))
        group = QActionGroup(self)
        for text, value in choices:
            action = QAction(text, self)
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose, name, value))
            group.addAction(action)
            self.addAction(action)
            self._actions.append((action, name, value))

    def _choose(self, name: str, value: object, _checked: bool = False) -> None:
        self._context.store.edit(self.tr("change the method"), partial(_with, name, value))


class _Heading(QWidgetAction):
    """The head of a group, which keys pass over; the style sheet has no place for a menu's own sections."""

    def __init__(self, look: Look, title: str, parent: QMenu) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(title)
        self._label = Text(look, title, "small_strong", wraps=False)
        self.setDefaultWidget(self._label)
        self.setEnabled(False)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        metrics, palette = self._look.metrics, self._label.palette()
        group, role = QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText
        palette.setColor(group, role, self._look.colour("text_muted"))
        self._label.setPalette(palette)
        side, air = metrics.space("m"), metrics.space("xs")
        self._label.setContentsMargins(side, air, side, air)


def _with(name: str, value: object, study: Study) -> Study:
    return set_settings(study, **{name: value})
