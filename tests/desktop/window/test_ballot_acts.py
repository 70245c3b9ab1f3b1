"""The window tells ballots from tables, wherever a file comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from criteria.files.template_workbook import write_template
from criteria.template import new_study
from desktop.app.session import Session
from desktop.window.acts import Acts
from tests.support.ballots import answered, returned
from tests.support.windows import make_context

STUDY = new_study()


class FakeShell:
    """Takes note of what the window is asked for."""

    def __init__(self) -> None:
        self.imported: list[Path] = []

    def import_table(self, path: Path) -> None:
        self.imported.append(path)


@pytest.fixture
def acts(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[Acts, FakeShell, list[list[Path]], list[str]]:
    """Acts around a study, with notes of what they do."""
    context, shell = make_context(qtbot, STUDY), FakeShell()
    session = Session(context.store, context.settings, context.questions)
    session.show(STUDY, None)
    made = Acts(context, session, shell, context.job(session))  # type: ignore[arg-type]
    collected: list[list[Path]] = []
    told: list[str] = []
    context.navigator.told.connect(lambda sentence, _undo: told.append(sentence))
    monkeypatch.setattr(made, "collect_ballots", collected.append)
    return made, shell, collected, told


def test_that_dropped_ballots_are_collected_and_a_table_is_imported(acts: Any, tmp_path: Path) -> None:
    made, shell, collected, _ = acts
    ballots = [
        returned(STUDY, answered(STUDY, STUDY.stakeholders[0], "swing", seed), tmp_path / f"{seed}.xlsx")
        for seed in (1, 2)
    ]
    write_template(tmp_path / "t.xlsx", STUDY)
    made.open_files([*ballots, tmp_path / "t.xlsx"])
    assert collected == [ballots]
    made.open_files([tmp_path / "t.xlsx"])
    assert shell.imported == [tmp_path / "t.xlsx"]
    made.open_file(ballots[0])
    assert collected[-1] == [ballots[0]]
    made.open_files([])


def test_that_a_ballot_without_its_study_is_explained(acts: Any, tmp_path: Path) -> None:
    made, shell, collected, told = acts
    ballot = returned(STUDY, answered(STUDY, STUDY.stakeholders[0], "swing"), tmp_path / "b.xlsx")
    made._session.has_study = False
    made.open_files([ballot])
    assert (collected, shell.imported) == ([], [])
    assert told == ["“b.xlsx” is a ballot: open the study it belongs to, then collect it."]
    assert not made.has_stakeholders()
