"""Settings that no method accepts."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from criteria.checks.settings import setting_problems
from criteria.model.settings import Settings
from criteria.template import new_study


def test_that_the_defaults_are_in_order() -> None:
    assert list(setting_problems(new_study())) == []


@pytest.mark.parametrize(
    ("attribute", "value"),
    [("theta", 1.5), ("theta", -0.1), ("risk_aversion", -1), ("draws", 0), ("budget_eur", -5)],
)
def test_that_a_setting_outside_its_range_is_an_error(attribute: str, value: Any) -> None:
    study = msgspec.structs.replace(new_study(), settings=Settings(**{attribute: value}))
    (problem,) = setting_problems(study)
    assert (problem.severity, problem.where) == ("error", ("study", "settings", attribute))
