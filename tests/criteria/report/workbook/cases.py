"""Studies that take every path through the workbook's formulas."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

from criteria.files.example import example_study as example_study  # noqa: PLC0414 - tests name it as a case
from criteria.model.people import Judgement, Stakeholder, project_node
from criteria.model.projects import Evidence, Project, Score
from criteria.model.rules import Waiver
from criteria.model.scales import ValueFunction
from criteria.model.study import Study
from criteria.ranking.results import Results, rank_with
from criteria.weighting.hierarchy import given_weights

Struct = TypeVar("Struct", bound=msgspec.Struct)


def changed(item: Struct, **fields: object) -> Struct:
    """A copy of a struct with other fields."""
    return msgspec.structs.replace(item, **fields)


def with_settings(study: Study, **fields: object) -> Study:
    """The study with other settings."""
    return changed(study, settings=changed(study.settings, **fields))


def with_project(study: Study, project_id: str, change: Callable[[Project], Project]) -> Study:
    """The study with one project changed."""
    projects = tuple(change(p) if p.id == project_id else p for p in study.projects)
    return changed(study, projects=projects)


def with_score(study: Study, project_id: str, criterion: str, score: Score) -> Study:
    """The study with one score replaced."""
    return with_project(study, project_id, lambda p: changed(p, scores={**p.scores, criterion: score}))


def with_judgements(study: Study, judgements: tuple[Judgement, ...]) -> Study:
    """The study with other judgements of its first stakeholder."""
    return changed(study, stakeholders=(changed(study.stakeholders[0], judgements=judgements),))


def without_judgements(study: Study, *pairs: tuple[str, str]) -> Study:
    """The study with some judgements taken out."""
    kept = tuple(j for j in study.stakeholders[0].judgements if (j.first, j.second) not in pairs)
    return with_judgements(study, kept)


def only(study: Study, *ids: str) -> Study:
    """The study with these projects alone."""
    return changed(study, projects=tuple(p for p in study.projects if p.id in ids))


def small() -> Study:
    """Eight of the example's projects: passing, conditional, referred and excluded ones."""
    return only(example_study(), "P01", "P03", "P05", "P08", "P11", "P13", "P18", "P19")


def with_gaps(study: Study) -> Study:
    """Missing figures: one without bounds, one with stated bounds, one with a low bound only."""
    study = with_score(study, "P03", "A2", Score())
    study = with_score(study, "P05", "H2", Score(None, 1, 3))
    return with_score(study, "P19", "S1", Score(None, 0.1, None))


def vector_distributive() -> Study:
    """Vector norm, distributive shares, geometric mean, scores as proposed, missing figures."""
    return with_settings(
        with_gaps(small()), topsis_normalisation="vector", ahp_synthesis="distributive",
        prioritisation="geometric_mean", score_set="proposed", theta=0.2,
    )  # fmt: skip


def minmax_incomplete() -> Study:
    """Min-max scale, all required safeguards, missing figures and missing judgements."""
    study = without_judgements(with_gaps(small()), ("P1", "P3"), ("P2", "P4"), ("N1", "N4"))
    return with_settings(
        study, topsis_normalisation="minmax", score_set="required", random_index="saaty_1980"
    )


def by_harker() -> Study:
    """The same missing judgements, worked around by Harker's matrix."""
    return with_settings(minmax_incomplete(), incomplete="harker")


def by_lambda_max() -> Study:
    """Missing judgements that leave groups unlinked, completed at the smallest λmax where they are linked."""
    study = without_judgements(small(), ("P1", "P3"), ("P2", "P4"), ("N1", "N2"), ("N1", "N3"), ("N1", "N4"))
    return with_settings(study, incomplete="lambda_max")


def ties() -> Study:
    """Projects that are equal, and criteria on which all are equal, under min-max."""
    twin = small().projects[2]
    projects = tuple(changed(twin, id=f"T{k}", title=f"Twin {k}") for k in range(3))
    return with_settings(changed(small(), projects=projects), topsis_normalisation="minmax")


def two_tie_for_first() -> Study:
    """Two equal winners and others, under the vector norm."""
    study = small()
    twin = changed(study.project("P05"), id="P99", title="Equal to P05")
    return with_settings(changed(study, projects=(*study.projects, twin)), topsis_normalisation="vector")


def one_project() -> Study:
    """A single project, weights by points, distributive, vector norm."""
    alone = only(direct_points(), "P05")
    return with_settings(alone, ahp_synthesis="distributive", topsis_normalisation="vector")


def all_excluded() -> Study:
    """Nothing to rank, and nobody has answered any question."""
    study = with_judgements(only(example_study(), "P19", "P20", "P21"), ())
    return with_settings(study, topsis_normalisation="minmax")


def direct_points() -> Study:
    """Points instead of comparisons, none for a whole premise."""
    points = {
        "P1": 50.0,
        "P2": 0.0,
        "P3": 30.0,
        "P4": 20.0,
        "N1": 1,
        "N3": 3,
        "A1": 2,
        "A2": 2,
        "H1": 5,
        "S1": 1,
    }
    direct = Stakeholder(id="ST9", name="By points", method="direct", points=points)
    return changed(small(), stakeholders=(direct,))


def unlinked_judgements() -> Study:
    """Judgements that leave two groups unlinked, and a premise without any answer."""
    study = without_judgements(small(), ("P1", "P3"), ("P1", "P4"), ("P2", "P3"), ("P2", "P4"))
    kept = tuple(j for j in study.stakeholders[0].judgements if j.node != "P2")
    return with_judgements(study, kept)


def compared_projects() -> Study:
    """Projects compared pairwise under two criteria, once with a judgement missing."""
    study = with_settings(
        only(example_study(), "P01", "P03", "P05", "P08", "P19"), ahp_intensities="projects",
        ahp_synthesis="distributive",
    )  # fmt: skip
    ranked = ("P01", "P03", "P05", "P08")
    pairs = [(a, b) for k, a in enumerate(ranked) for b in ranked[k + 1 :]]
    values = (3.0, 1 / 5, 2.0, 1 / 7, 1 / 2, 4.0)
    extra = [Judgement(project_node("N3"), a, b, v) for (a, b), v in zip(pairs, values, strict=True)] + [
        Judgement(project_node("A4"), a, b, v) for (a, b), v in zip(pairs[:-1], values[:-1], strict=True)
    ]
    return with_judgements(study, (*study.stakeholders[0].judgements, *extra))


def odd_scales() -> Study:
    """Piecewise and levelled value functions, one with a step, and an inactive criterion in a rule."""
    study = small()
    functions = {
        "N2": ValueFunction("piecewise", 100, 0, ((0.0, 1.0), (20.0, 0.9), (60.0, 0.3), (100.0, 0.0))),
        "N3": ValueFunction("levels", 1, 7, ((1.0, 0.0), (3.0, 0.1), (5.0, 0.6), (7.0, 1.0))),
        "S2": ValueFunction("piecewise", 5, 1, ((1.0, 1.0), (3.0, 0.6), (3.0, 0.4), (5.0, 0.0))),
        "A2": ValueFunction("linear", 0, 1000),
    }
    criteria = tuple(
        changed(c, value_function=functions.get(c.id, c.value_function), active=c.id != "S3")
        for c in study.criteria
    )
    return changed(study, criteria=criteria)


def waived_and_unknown() -> Study:
    """A waiver, unknown profile fields, no rule of law, an escalation that cannot be decided."""
    study = changed(
        small(),
        waivers=(Waiver("P01", "RL13", "District is calm", "N. N.", "2026-11-01"),
                 Waiver("P19", "RL04", "Pilot in a test hall", "N. N.", "2026-11-02")),
    )  # fmt: skip
    study = with_project(study, "P05", lambda p: changed(p, mode="", oda_recipient=None, biometric_mode=""))
    study = with_project(study, "P13", lambda p: changed(p, mode="aid", oda_recipient=False))
    study = with_project(study, "P08", lambda p: changed(p, rule_of_law=None, safeguards=()))
    study = with_score(study, "P18", "S2", Score())
    return with_score(study, "P19", "S1", Score())


def odd_scales_and_waivers() -> Study:
    """Both of the above at once."""
    return changed(waived_and_unknown(), criteria=odd_scales().criteria)


def odd_texts() -> Study:
    """Texts that try to be formulas, carry illegal or exotic characters, or are too long for a cell."""
    evil = ("=cmd|'/c calc'!A1", "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "a\x00b\x1fc", "_x0041_ <b>&amp;",
            "long " * 9000, "مشروع 🚀 😀", " spaces ", 'quote " and \' mark')  # fmt: skip
    base = small().projects
    projects = tuple(
        changed(
            base[k % 8], id=f"E{k}", title=text, note=text, sector=text, technology_tags=(text[:20], "speech")
        )
        for k, text in enumerate(evil)
    )
    noted = Score(3, evidence=Evidence(source="=HYPERLINK(1)", year=2023, note="@x"))
    study = changed(small(), title="=1+1 & <title>", purpose="-x", projects=projects)
    return with_score(study, "E0", "N3", noted)


def two_hundred() -> Study:
    """Two hundred projects made from the example's, under the vector norm and with one gap."""
    study = example_study()
    projects = []
    for number in range(200):
        model = study.projects[number % 24]
        reach = model.score("A2")
        moved = changed(reach, value=(reach.value or 1.0) * (1 + number / 400), low=None, high=None)
        scores = {**model.scores, "A2": moved}
        projects.append(changed(model, id=f"Q{number:03d}", scores=scores))
    study = with_score(changed(study, projects=tuple(projects)), "Q003", "N1", Score())
    return with_settings(study, topsis_normalisation="vector", ahp_synthesis="distributive")


STUDIES: tuple[Callable[[], Study], ...] = (
    example_study,
    vector_distributive,
    minmax_incomplete,
    ties,
    two_tie_for_first,
    one_project,
    all_excluded,
    unlinked_judgements,
    compared_projects,
    odd_scales_and_waivers,
    odd_texts,
    two_hundred,
)


def given() -> Results:
    """Results with weights given from outside, none for a whole premise."""
    study = small()
    return rank_with(study, given_weights(study, {"N1": 0.2, "N3": 0.3, "A1": 0.1, "H1": 0.3, "H2": 0.1}))
