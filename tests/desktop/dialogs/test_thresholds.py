"""The dialog of cut-offs and red lines in force."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from criteria.edits.screening import set_rules, set_threshold
from criteria.files.example import example_study
from criteria.screening.screen import screen
from desktop.dialogs.thresholds import (
    Rules,
    ThresholdsDialog,
    changed_projects,
    lines_using,
    rules_of,
    template_rules,
)
from desktop.widgets.text import Text
from tests.support.windows import look_of_tests


@pytest.fixture
def dialog(qtbot: Any) -> ThresholdsDialog:
    dialog = ThresholdsDialog(None, look_of_tests(), example_study())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def write(qtbot: Any, dialog: ThresholdsDialog, threshold: str, text: str) -> None:
    field = dialog.fields[threshold]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def test_that_unchanged_rules_cannot_be_applied(dialog: ThresholdsDialog) -> None:
    assert dialog.rules == rules_of(example_study())
    assert dialog.effect.plain_text == "Nothing is changed."
    assert not dialog.accept_button.isEnabled()


def test_that_the_effect_is_told_before_it_is_applied(qtbot: Any, dialog: ThresholdsDialog) -> None:
    write(qtbot, dialog, "personal_data", "5")
    moved = changed_projects(example_study(), dialog.rules)
    assert len(moved) > 1
    assert dialog.effect.plain_text.startswith(f"{len(moved)} projects would get another result: {moved[0]}")
    assert dialog.accept_button.isEnabled()


def test_that_a_decimal_comma_is_understood(qtbot: Any, dialog: ThresholdsDialog) -> None:
    write(qtbot, dialog, "weak_checks", "0,25")
    assert dialog.rules.thresholds["weak_checks"] == 0.25


def test_that_a_cut_off_off_its_scale_is_refused_in_a_sentence(qtbot: Any, dialog: ThresholdsDialog) -> None:
    write(qtbot, dialog, "severe_violence", "9")
    assert dialog.effect.plain_text == "Write a number from 1 to 5."
    assert not dialog.accept_button.isEnabled()
    write(qtbot, dialog, "severe_violence", "5")
    assert dialog.accept_button.isEnabled()


def test_that_a_line_can_be_switched_off(qtbot: Any, dialog: ThresholdsDialog) -> None:
    dialog.switches["RL01"].click()
    assert dialog.effect.plain_text == "1 project would get another result: P21."
    assert not dialog.rules.active["RL01"]


def test_that_the_template_can_be_taken_back(qtbot: Any) -> None:
    study = set_threshold(example_study(), "weak_checks", 0.6)
    dialog = ThresholdsDialog(None, look_of_tests(), study)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert dialog.rules.thresholds["weak_checks"] == 0.4
    assert dialog.rules == template_rules(study)
    assert dialog.accept_button.isEnabled()


def test_that_changed_projects_are_those_with_another_result() -> None:
    study = example_study()
    rules = Rules({"personal_data": 5.0}, {})
    after = screen(set_rules(study, rules.thresholds, rules.active))
    for result in screen(study).projects:
        changed = after.of(result.project).screen != result.screen
        assert (result.project in changed_projects(study, rules)) == changed


def test_that_asking_gives_rules_or_nothing(monkeypatch: pytest.MonkeyPatch, qtbot: Any) -> None:
    monkeypatch.setattr(ThresholdsDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    assert ThresholdsDialog.ask(None, look_of_tests(), example_study()) is None
    monkeypatch.setattr(ThresholdsDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    assert ThresholdsDialog.ask(None, look_of_tests(), example_study()) == rules_of(example_study())


def test_that_the_dialog_fits_a_small_screen(dialog: ThresholdsDialog) -> None:
    assert dialog.width() <= 1280
    assert dialog.height() <= 680


def test_that_each_cut_off_names_the_red_lines_that_use_it(dialog: ThresholdsDialog) -> None:
    study = example_study()
    said = [text.plain_text for text in dialog.findChildren(Text)]
    assert "Thresholds and red lines" in said
    for threshold in study.thresholds:
        lines = lines_using(study, threshold.id)
        named = [line for line in study.red_lines if threshold.id in f"{line.condition} {line.exclude_if}"]
        assert set(lines) <= set(named)
        names = ", ".join(f"{line.id} {line.short}" for line in lines)
        assert (f"Used by {names}" if lines else "Used by no red line") in said
    assert any(lines_using(study, threshold.id) for threshold in study.thresholds)
