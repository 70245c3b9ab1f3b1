"""Which sheets a workbook has, in which order, and what writes each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from criteria.report.workbook import geometry as place
from criteria.report.workbook.ahp import write_ahp
from criteria.report.workbook.answers import write_answers
from criteria.report.workbook.benefit_risk import write_benefit_risk
from criteria.report.workbook.credibility import write_credibility
from criteria.report.workbook.criteria import write_criteria
from criteria.report.workbook.decision_matrix import write_matrix, write_matrix_at_best
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.group import write_group
from criteria.report.workbook.hits import write_hits
from criteria.report.workbook.joined_judgements import write_joined, write_joined_priorities
from criteria.report.workbook.judgements import write_comparisons, write_judgements
from criteria.report.workbook.levels import write_levels
from criteria.report.workbook.method import write_method
from criteria.report.workbook.normalisation import write_normalisation
from criteria.report.workbook.people_plan import PersonPlan
from criteria.report.workbook.people_words import METHODS
from criteria.report.workbook.priorities import write_comparison_priorities, write_priorities
from criteria.report.workbook.problems import write_problems
from criteria.report.workbook.projects import write_projects
from criteria.report.workbook.ranking import write_ranking
from criteria.report.workbook.red_lines import write_red_lines
from criteria.report.workbook.references import Place
from criteria.report.workbook.safeguards import write_safeguards
from criteria.report.workbook.scores import write_scores
from criteria.report.workbook.screening import write_screening
from criteria.report.workbook.sensitivity import write_sensitivity
from criteria.report.workbook.session_log import has_log, write_session_log
from criteria.report.workbook.settings import write_settings
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.stability import write_stability
from criteria.report.workbook.stability_proof import write_stability_proof
from criteria.report.workbook.summary import write_summary
from criteria.report.workbook.topsis import write_topsis
from criteria.report.workbook.topsis_bounds import write_topsis_bounds
from criteria.report.workbook.waivers import write_waivers
from criteria.report.workbook.weight_paths import write_weight_paths
from criteria.report.workbook.weights import write_weights

RESULT, INPUT = "2C4468", "F2CB5C"


@dataclass(frozen=True)
class Page:
    """One sheet: where it is named, what writes it, what it says of itself in the table of contents.

    `late` pages report on the others and are written after them; `colour` marks the tab.
    """

    place: Place
    write: Callable[[SheetBuilder, Draft], None]
    about: str
    colour: str = ""
    late: bool = False


def contents(draft: Draft) -> tuple[Page, ...]:
    """The sheets of a workbook in their order."""
    pages = [
        Page(place.PROJECTS, write_projects, "the profile of every project", INPUT),
        Page(place.SCORES, write_scores, "figures, bounds, values from 0 to 1, sources", INPUT),
        Page(place.CRITERIA, write_criteria, "what each criterion means, its scale and anchors", INPUT),
        Page(place.RED_LINES, write_red_lines, "the rules that no score can buy back"),
        Page(place.SCREENING, write_screening, "every red line held against every project"),
        Page(place.HITS, write_hits, "why a project passes, waits or is kept out"),
        Page(place.SAFEGUARDS, write_safeguards, "what each guarantee would change", INPUT),
        Page(place.CREDIBILITY, write_credibility, "how much of it is believed, project by project"),
        Page(place.WEIGHTS, write_weights, "local and global weights, and a column for your own", INPUT),
        *_of_weights(draft),
        Page(place.MATRIX, write_matrix, "value of each project on each criterion"),
        Page(place.MATRIX_BEST, write_matrix_at_best, "the same with missing figures at their best"),
        Page(place.NORMALISATION, write_normalisation, "what is subtracted and divided by"),
        Page(place.TOPSIS, write_topsis, "distances to the ideal, closeness, rank", RESULT),
        Page(place.TOPSIS_BOUNDS, write_topsis_bounds, "ranges from missing figures, shadow ranks"),
        Page(place.AHP, write_ahp, "weighted sum of intensities", RESULT),
        Page(place.BENEFIT_RISK, write_benefit_risk, "benefit, severity, likelihood, risk", RESULT),
        Page(place.RANKING, write_ranking, "the three methods side by side", RESULT),
        Page(place.STABILITY, write_stability, "how far each weight may move", RESULT),
        Page(place.PROOF, write_stability_proof, "at each end of an interval two projects tie"),
        Page(place.PATHS, write_weight_paths, "how weights move when one of them does"),
        Page(place.SENSITIVITY, write_sensitivity, "scores while one weight goes from 0 to 100 %", RESULT),
        Page(place.SETTINGS, write_settings, "choices of method, cut-offs, provenance", INPUT, late=True),
        Page(place.LEVELS, write_levels, "what each step of a constructed scale means"),
        Page(place.METHOD, write_method, "every formula in words, with its source"),
    ]
    if draft.problems:
        _insert(pages, place.PROJECTS, Page(place.PROBLEMS, write_problems, "what was found at export"))
    if draft.study.waivers:
        _insert(pages, place.SAFEGUARDS, Page(place.WAIVERS, write_waivers, "red lines lifted", INPUT))
    if has_log(draft.study):
        _insert(pages, place.MATRIX, Page(place.SESSION_LOG, write_session_log, "seal, amendments, notes"))
    if draft.comparisons:
        steps = Page(place.COMPARISON_STEPS, write_comparison_priorities, "their priorities, step by step")
        compared = Page(place.COMPARISONS, write_comparisons, "projects compared pairwise", INPUT)
        _insert(pages, place.MATRIX, compared, steps)
    about = tuple((page.place, page.about) for page in pages)
    cover = Page(place.SUMMARY, lambda builder, draft: write_summary(builder, draft, about), "", late=True)
    return (cover, *pages)


def _of_weights(draft: Draft) -> list[Page]:
    """What weights rest on: judgements, or the answers of everyone and how they are combined."""
    if not draft.people:
        return [
            Page(place.JUDGEMENTS, write_judgements, "pairwise comparisons and their consistency", INPUT),
            Page(place.PRIORITIES, write_priorities, "from judgements to weights, step by step"),
        ]
    pages = []
    if draft.group is not None:
        pages = [
            Page(place.GROUP, write_group, "whose weights count, how they are combined, how alike they are"),
            Page(place.JOINED, write_joined, "what everyone says of each pair, and what joins it"),
            Page(place.JOINED_STEPS, write_joined_priorities, "from joined judgements to weights"),
        ]
    return pages + [_answers(plan) for plan in draft.people]


def _answers(plan: PersonPlan) -> Page:
    about = f"answers of {plan.person.name}: {METHODS[plan.person.method]}"
    return Page(plan.sheet, lambda builder, draft: write_answers(builder, draft, plan), about, INPUT)


def _insert(pages: list[Page], before: Place, *new: Page) -> None:
    place = next(index for index, page in enumerate(pages) if page.place == before)
    pages[place:place] = new
