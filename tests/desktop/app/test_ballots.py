"""Names of ballots, and writing many."""

from __future__ import annotations

from pathlib import Path

from criteria.edits.people import add_stakeholder
from criteria.model.people import Stakeholder
from criteria.template import new_study
from desktop.app.ballots import BallotOrder, ballot_names, write_ballots


def people(*names: str) -> tuple[Stakeholder, ...]:
    return tuple(Stakeholder(id=f"ST{place}", name=name) for place, name in enumerate(names, 1))


def test_that_names_fit_every_system_and_never_collide() -> None:
    names = ballot_names(people("A/B", "a b", "CON", "../x", "Ä" * 200, "Ä" * 200))
    assert len({name.casefold() for name in names}) == 6
    assert all(name.startswith("Ballot ") and name.endswith(".xlsx") and len(name) < 100 for name in names)
    assert not any(sign in name for name in names for sign in '/\\:*?"<>|')


def test_that_writing_can_be_given_up(tmp_path: Path) -> None:
    study = add_stakeholder(new_study(), "Agency")
    heard: list[str] = []
    order = BallotOrder(study=study, people=study.stakeholders, folder=tmp_path, when="", method="swing")
    files = write_ballots(order, lambda _share, text: heard.append(text), lambda: len(heard) == 1)
    assert [path.name for path in files.written] == ["Ballot Decision maker.xlsx"]
    assert heard == ["Decision maker"]
