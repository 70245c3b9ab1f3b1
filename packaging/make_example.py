"""Makes the example study from portfolio.csv and example.toml; run it after changing either."""

from __future__ import annotations

import sys
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from criteria.files.project_table import apply_import, preview_import  # noqa: E402 - needs the path above
from criteria.files.study_file import encode_study  # noqa: E402
from criteria.model.people import Judgement, Stakeholder  # noqa: E402
from criteria.model.projects import Evidence, Project  # noqa: E402
from criteria.model.settings import Settings  # noqa: E402
from criteria.model.study import Study  # noqa: E402
from criteria.template import new_study  # noqa: E402

FOLDER = ROOT / "resources" / "example"


def example() -> Study:
    """The example study: the table of projects, with what the TOML file adds to it."""
    added = tomllib.loads((FOLDER / "example.toml").read_text(encoding="utf-8"))
    start = new_study(added["title"])
    study = apply_import(start, preview_import(FOLDER / "portfolio.csv", start))
    return msgspec.structs.replace(
        study,
        purpose=added["purpose"],
        decides=added["decides"],
        decision_date=added["decision_date"],
        fictional=True,
        projects=tuple(with_evidence(project, added["evidence"]) for project in study.projects),
        stakeholders=(Stakeholder(**added["stakeholder"], judgements=judgements(added["judgements"])),),
        settings=Settings(budget_eur=added["budget_eur"]),
    )


def with_evidence(project: Project, evidence: dict[str, Any]) -> Project:
    """The project with a source behind each score."""
    scores = {
        criterion: msgspec.structs.replace(
            score, evidence=Evidence(**evidence.get(criterion, evidence["other"]))
        )
        for criterion, score in project.scores.items()
    }
    return msgspec.structs.replace(project, scores=scores)


def judgements(nodes: dict[str, dict[str, str]]) -> tuple[Judgement, ...]:
    """The answers per node, written as {"P1 P2": "1/2"}."""
    answers = ((node, pair.split(), ratio) for node, pairs in nodes.items() for pair, ratio in pairs.items())
    return tuple(
        Judgement(node, first, second, float(Fraction(ratio))) for node, (first, second), ratio in answers
    )


if __name__ == "__main__":
    (FOLDER / "example.proportio").write_bytes(encode_study(example()))
