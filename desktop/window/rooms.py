"""The rooms in the order of a decision: what each is called, and how it is built when first seen."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QCoreApplication

from desktop.app.context import Context
from desktop.pages.page import Page


class RoomKind(msgspec.Struct, frozen=True):
    """A room: its key, name, icon and builder; pages are imported when they are first wanted.

    A room that `has_facts` shows the study's own facts before anything is computed.
    """

    key: str
    name: str
    icon: str
    build: Callable[[Context], Page]
    has_facts: bool = False


def room_kinds() -> tuple[RoomKind, ...]:
    """Every room that is built, in the order of a decision."""
    text = QCoreApplication.translate
    return (
        RoomKind("overview", text("Rooms", "Overview"), "overview", _overview, has_facts=True),
        RoomKind("projects", text("Rooms", "Projects"), "projects", _projects),
        RoomKind("criteria", text("Rooms", "Criteria"), "criteria", _criteria),
        RoomKind("screening", text("Rooms", "Screening"), "screening", _screening),
        RoomKind("weights", text("Rooms", "Weights"), "weights", _weights),
        RoomKind("ranking", text("Rooms", "Ranking"), "ranking", _ranking),
        RoomKind("robustness", text("Rooms", "Robustness"), "robustness", _robustness),
        RoomKind("report", text("Rooms", "Report"), "report", _report),
    )


def _overview(context: Context) -> Page:
    from desktop.pages.overview.overview_page import OverviewPage

    return OverviewPage(context)


def _projects(context: Context) -> Page:
    from desktop.pages.projects.projects_page import ProjectsPage

    return ProjectsPage(context)


def _criteria(context: Context) -> Page:
    from desktop.pages.criteria.criteria_page import CriteriaPage

    return CriteriaPage(context)


def _screening(context: Context) -> Page:
    from desktop.pages.screening.screening_page import ScreeningPage

    return ScreeningPage(context)


def _weights(context: Context) -> Page:
    from desktop.pages.weights.weights_page import WeightsPage

    return WeightsPage(context)


def _ranking(context: Context) -> Page:
    from desktop.pages.ranking.ranking_page import RankingPage

    return RankingPage(context)


def _robustness(context: Context) -> Page:
    from desktop.pages.robustness.robustness_page import RobustnessPage

    return RobustnessPage(context)


def _report(context: Context) -> Page:
    from desktop.pages.report.report_page import ReportPage

    return ReportPage(context)
