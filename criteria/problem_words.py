"""English sentences for problems: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from criteria.checks.problem import Problem
from criteria.model.fields import profile_field
from criteria.model.people import ALL, GOAL
from criteria.model.study import Study

#: By code; {project}, {field}, {criterion}, {red_line}, {who} and {node} are names, the rest are details.
SENTENCES: Mapping[str, str] = {
    "no-projects": "The study has no projects; add one or import a table.",
    "single-project": "The study has only one project, so there is nothing to compare; add another one.",
    "all-equal": "All projects have the same scores and safeguards, so no ranking can tell them apart; check "
    "the scores.",
    "missing-title": "Project {project} has no title; give it one.",
    "no-technology-tags": "Project {project} has no technology tags, so red lines that ask for tags cannot "
    "apply; add the tags that describe it.",
    "missing-budget": "Project {project} has no budget; enter one so that it can be part of a portfolio.",
    "missing-rule-of-law": "Project {project} offers {safeguards}, whose effect depends on the rule of law, "
    "which is missing and counts as the lowest; enter it.",
    "unknown-word": "Project {project}: {field} “{word}” is not known to any rule; choose one of: {known}.",
    "unknown-tag": "Project {project}: no red line knows the technology tag “{word}”; check its spelling.",
    "unknown-safeguard": "Project {project} offers the safeguard “{word}”, which the study does not have; "
    "correct its id or add the safeguard.",
    "field-out-of-range": "Project {project}: {field} {figure:g} is outside {minimum:g} to {maximum:g}; "
    "correct it.",
    "duplicate-title": "Projects {other} and {project} share the title “{title}”; "
    "check whether one is a copy.",
    "missing-score": "Project {project} has no figure for {criterion}; enter one, "
    "until then its rank is a range.",
    "score-off-scale": "Project {project}: {figure:g} for {criterion} is off the scale {minimum:g} to "
    "{maximum:g}; correct it.",
    "bounds-out-of-order": "Project {project}: low, most likely and high for {criterion} do not rise; "
    "put them in order.",
    "level-not-whole": "Project {project}: {figure:g} for {criterion} is not a level of its scale; "
    "enter a whole level.",
    "idle-criterion": "All projects have {figure:g} for {criterion}, so it does not tell them apart.",
    "correlated-criteria": "{criterion} and {other} order the projects almost alike (Spearman {rho:.2f}); "
    "check that nothing is counted twice.",
    "unknown-country-code": "Project {project}: “{word}” is not a country code of ISO 3166-1 alpha-3; "
    "correct it.",
    "old-country-code": "Project {project}: the country code {word} is an old or short one for {now}; "
    "replace it.",
    "country-code-mismatch": "Project {project}: the code {word} means {means}, but the country is "
    "“{country}” ({code}); correct one of them.",
    "unknown-country": "Project {project}: the country “{word}” is not certain; enter its three-letter code.",
    "country-figures-differ": "{criterion} is one figure per country, but projects in {country} have "
    "{figures}; make them equal.",
    "value-function-unusable": "{criterion} cannot be turned into values: {reason}",
    "premise-without-criteria": "Benefit and risk need at least one active criterion about {role}; "
    "switch one on.",
    "red-line-unreadable": "Red line {red_line} cannot be applied: {reason}",
    "red-line-unknown-name": "Red line {red_line} names “{word}”, which is neither a criterion, "
    "a profile field nor a threshold; correct its condition.",
    "screening-failed": "Red lines cannot be applied: {reason}",
    "red-line-undecided": "Project {project}: red line {red_line} cannot be decided without {fields}; "
    "enter it.",
    "red-line-borderline": "Project {project}: red line {red_line} is borderline, the bounds of {fields} "
    "lie on both sides of the cut-off.",
    "all-excluded": "Red lines exclude every project, so there is nothing to rank.",
    "no-stakeholder": "Nobody has been asked for weights; premises and criteria count equally.",
    "setting-out-of-range": "{name} is {figure:g}, outside {minimum:g} to {maximum:g}; "
    "correct it in the settings.",
    "ranges-estimated": "Some ranked projects lack figures, and by {name} as it is set a gap moves the "
    "scores of all: ranges of ranks are estimates and may be too narrow; enter the figures or use {remedy}.",
    "weights-unusable": "The weights of {who} cannot be computed: {reason}",
    "nothing-weighed": "{who} has not answered any weighting question; equal weights stand in until then.",
    "weights-unanswered": "{who} has not answered anything under {node}; alone, equal weights stand "
    "in there, in a group the answers of others decide.",
    "weights-disconnected": "{who} left {comparisons} open under {node}, so that its parts are "
    "not linked; answer at least one that links them.",
    "weights-incomplete": "{who} left {comparisons} open under {node}; "
    "weights follow from the others.",
    "figures-incomplete": "{who} has given no figure for {items} under {node}; what has none counts as zero.",
    "order-incomplete": "{who} has not placed {items} under {node}; what is not placed shares the last place "
    "until then.",
    "best-worst-incomplete": "{who} left {comparisons} with the best or the worst open under {node}; "
    "weights follow from the others.",
    "largest-swing-not-100": "{who}: the largest swing under {node} is {figure:g}, not 100; "
    "only the proportions count.",
    "points-not-100": "{who}: the points under {node} add up to {figure:g}, not 100; "
    "only the proportions count.",
    "least-rating-not-10": "{who}: the least rating under {node} is {figure:g}, not 10; "
    "only the proportions count.",
    "best-worst-inconsistent": "{who} contradicts itself under {node}: input-based consistency ratio "
    "{figure:.2f}, more than {limit:.2f}; look at the comparisons with the best and the worst again.",
    "zero-rules-group": "{who} gives {child} under {node} no weight at all, which makes its weight zero "
    "for the whole group under the geometric mean; combine by the arithmetic mean or ask again.",
    "seal-broken": "The weights sealed by {sealer} on {day} were changed outside the program, without a "
    "reason on record; go back to the sealed study, or compare both.",
    "sealed-amended": "The weights sealed by {sealer} on {day} were amended {times} since, last by {last}; "
    "the reasons are on record.",
    "no-geometric-mean": "Under {node} everything gets no weight from somebody: there is no geometric mean "
    "and the arithmetic one stands in; combine by the arithmetic mean or ask again.",
    "inconsistent-judgements": "{who} contradicts itself under {node}: consistency ratio {cr:.2f}, more than "
    "{limit:.2f}; look at the comparisons again.",
}  # fmt: skip


def message(problem: Problem, study: Study) -> str:
    """The problem as one English sentence naming what it concerns, and a remedy."""
    names = _NAMES[problem.where[0]](study, problem.where[1:])
    if "missing" in problem.details:
        count = round(float(problem.details["missing"]))
        names["comparisons"] = "1 comparison" if count == 1 else f"{count} comparisons"
        names["items"] = "1 item" if count == 1 else f"{count} items"
    return SENTENCES[problem.code].format(**{**names, **problem.details})


def _project(study: Study, place: tuple[str, ...]) -> dict[str, str]:
    names = {"project": place[0]}
    part = place[1] if len(place) > 1 else ""
    if any(criterion.id == part for criterion in study.criteria):
        names["criterion"] = _criterion_name(study, part)
    elif any(line.id == part for line in study.red_lines):
        names["red_line"] = _red_line_name(study, part)
    elif part:
        names["field"] = profile_field(part).name
    return names


def _criterion(study: Study, place: tuple[str, ...]) -> dict[str, str]:
    return {"criterion": _criterion_name(study, place[0])}


def _red_line(study: Study, place: tuple[str, ...]) -> dict[str, str]:
    return {"red_line": _red_line_name(study, place[0])}


def _stakeholder(study: Study, place: tuple[str, ...]) -> dict[str, str]:
    names = {"who": study.stakeholder(place[0]).name}
    if len(place) > 1:
        names["node"] = _node_name(study, place[1])
    return names


def _node(study: Study, place: tuple[str, ...]) -> dict[str, str]:
    return {"node": _node_name(study, place[0])}


def _node_name(study: Study, node: str) -> str:
    if node == GOAL:
        return "the goal"
    return "all criteria" if node == ALL else f"{study.premise(node).name} ({node})"


def _study(study: Study, place: tuple[str, ...]) -> dict[str, str]:  # noqa: ARG001 - one signature for all kinds
    return {}


def _criterion_name(study: Study, criterion: str) -> str:
    return f"{study.criterion(criterion).name} ({criterion})"


def _red_line_name(study: Study, red_line: str) -> str:
    return f"{red_line} ({study.red_line(red_line).short})"


_NAMES: Mapping[str, Callable[[Study, tuple[str, ...]], dict[str, str]]] = {
    "study": _study, "project": _project, "criterion": _criterion, "red_line": _red_line,
    "stakeholder": _stakeholder, "node": _node,
}  # fmt: skip
