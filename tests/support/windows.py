"""Rooms without the main window: a context with a fake person who answers, pages that follow the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThreadPool
from PySide6.QtWidgets import QApplication

from criteria.change import Change
from criteria.model.projects import Project, Score
from criteria.model.study import Study
from criteria.model.tree import Criterion
from desktop.app.context import Context, Navigator
from desktop.app.questions import Signature, Unsaved
from desktop.app.settings import SettingsStore
from desktop.app.store import Store
from desktop.look.look import Look
from desktop.pages.page import Page

AnyPage = TypeVar("AnyPage", bound=Page)
#: How long a test waits for the work that its room has given up.
WAIT_MS = 20_000
#: A title as long as any: German compounds do not break.
LONG_TITLE = (
    "Grenzüberschreitende Verwaltungszusammenarbeit und Datenschutzgrundverordnungskonformitätsprüfung"
)


@dataclass
class FakeQuestions:
    """Answers every question as told; `asked` holds their titles, `told` what was to be read."""

    path: Path | None = None
    saves: Unsaved = "discard"
    agrees: bool = True
    line: str | None = None
    signature: Signature | None = None
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def open_path(self, title: str, filters: str, folder: str = "") -> Path | None:
        """The prepared path."""
        self.asked.append(title)
        return self.path

    def open_paths(self, title: str, filters: str, folder: str = "") -> list[Path]:
        """The prepared path alone."""
        self.asked.append(title)
        return [] if self.path is None else [self.path]

    def save_path(self, title: str, filters: str, suggestion: str) -> Path | None:
        """The prepared path."""
        self.asked.append(title)
        return self.path

    def folder(self, title: str, start: str = "") -> Path | None:
        """The prepared path."""
        self.asked.append(title)
        return self.path

    def unsaved(self, title: str) -> Unsaved:
        """The prepared choice."""
        self.asked.append(title)
        return self.saves

    def confirm(self, title: str, text: str, accept: str, decline: str = "") -> bool:
        """The prepared consent."""
        self.asked.append(title)
        return self.agrees

    def text(self, title: str, label: str, value: str = "") -> str | None:
        """The prepared line."""
        self.asked.append(title)
        return self.line

    def sign(
        self, title: str, text: str, accept: str, who: str = "", *, asks_reason: bool = True
    ) -> Signature | None:
        """The prepared signature."""
        self.asked.append(title)
        return self.signature

    def tell(self, title: str, text: str, details: str = "") -> None:
        """Nothing to answer."""
        self.asked.append(title)
        self.told.append(text)


@dataclass
class _Wardrobe:
    """Whether the application wears the look of the tests, or that of a program a test has opened."""

    is_ours: bool = True


_WARDROBE = _Wardrobe()


def look_of_tests() -> Look:
    """The one look that dresses the application of the test run."""
    look = _look()
    if not _WARDROBE.is_ours:
        _WARDROBE.is_ours = True
        # Windows of tests before this one, which nobody needs to dress.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        look.apply(_application(), "light", 1.0)
    return look


def worn_by_a_program() -> None:
    """Takes note that a program has dressed the application; the next test that needs it dresses it anew.

    Not at once: while the program's window lives, that would dress all its widgets for nothing.
    """
    _WARDROBE.is_ours = False


@cache
def _look() -> Look:
    look = Look(_application().font())
    look.apply(_application())
    return look


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


@cache
def _system_size() -> float:
    return _look().metrics.base_pixels


def wear(name: str = "light", scale: float = 1.0) -> None:
    """Dresses the application in a theme at a scale."""
    _system_size()
    look_of_tests().apply(_application(), name, scale)


def make_context(qtbot: Any, study: Study) -> Context:
    """A context around a study, with fake questions, in the light theme at 100 %."""
    look = look_of_tests()
    if (look.theme.name, look.metrics.base_pixels) != ("light", _system_size()):
        wear()
    return Context(
        look=look,
        store=Store(study),
        questions=FakeQuestions(),
        navigator=Navigator(),
        settings=SettingsStore(QSettings()),
        pool=QThreadPool(),
    )


def open_page(
    qtbot: Any, context: Context, build: Callable[[Context], AnyPage], size: tuple[int, int] = (1060, 640)
) -> AnyPage:
    """A page that is shown and, as in the window, follows every change that concerns it."""
    page = build(context)
    qtbot.addWidget(page, before_close_func=_before_close)
    page.resize(*size)
    page.show_study(context.store.study)
    context.store.changed.connect(partial(_follow, page))
    with qtbot.waitExposed(page):
        page.show()
    return page


def _before_close(page: Page) -> None:
    page.leave()
    # Cancelled work ends at its next look; on a busy machine its first import alone takes seconds.
    page.context.pool.waitForDone(WAIT_MS)


def _follow(page: Page, change: Change) -> None:
    if not page.depends_on or change.concerns(*page.depends_on):
        page.show_study(change.after)


def many_projects(study: Study, count: int) -> Study:
    """The study with `count` projects: those it has, again and again under new ids, with varied scores."""
    projects = tuple(_variant(study, number) for number in range(count))
    return msgspec.structs.replace(study, projects=projects, waivers=())


def _variant(study: Study, number: int) -> Project:
    project = study.projects[number % len(study.projects)]
    turn = number // len(study.projects)
    if turn == 0:
        return project
    scores = {
        criterion.id: _shifted(project.score(criterion.id), criterion, turn) for criterion in study.criteria
    }
    title = LONG_TITLE if number % 10 == 0 else f"{project.title} {turn}"
    return msgspec.structs.replace(project, id=f"Q{number:03d}", title=title, scores=scores)


def _shifted(score: Score, criterion: Criterion, turn: int) -> Score:
    if score.value is None:
        return score
    step = (turn % 3 - 1) * (criterion.maximum - criterion.minimum) / 10
    value = min(criterion.maximum, max(criterion.minimum, score.value + step))
    return msgspec.structs.replace(score, value=round(value, criterion.decimals), low=None, high=None)
