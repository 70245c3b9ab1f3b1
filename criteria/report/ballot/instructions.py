"""The first sheet: for whom, what for, how to answer, until when, and how to return it."""

from __future__ import annotations

from criteria.files.ballot_plan import BallotPlan
from criteria.files.ballot_words import METHOD_NAMES, RETURN, STEPS
from criteria.model.study import Study
from criteria.report.ballot.page import COUNT, NODE, NOTE, SENTENCE, TITLE, Page

WIDTHS = (6, 88)


def write_instructions(page: Page, study: Study, plan: BallotPlan) -> None:
    """Writes the sheet for the stakeholder of a plan."""
    page.wrapped(1, 1, f"Your voice: {plan.title}", TITLE, columns=2)
    page.wrapped(2, 1, f"For {plan.name}  ·  {METHOD_NAMES[plan.method]}", NOTE, columns=2)
    row = 4
    row = _part(page, row, "What this is for", _purpose(study, plan))
    row = _steps(page, row, "How to answer", STEPS[plan.method])
    row = _part(page, row, "Until when", (_until(plan),))
    _steps(page, row, "How to return it", RETURN)


def _purpose(study: Study, plan: BallotPlan) -> tuple[str, ...]:
    count = len(plan.questions)
    asked = f"You are asked {count} questions about what matters how much" if count > 1 else "You are asked"
    first = (
        f"{asked} in the decision “{plan.title}”. Your answers are one voice among those that decide the "
        "weights of the criteria. Projects are not named here, on purpose."
    )
    sentences = [first]
    if study.purpose.strip():
        sentences.append(study.purpose.strip())
    if study.fictional:
        sentences.append("This study is an example; its content is fictional.")
    return tuple(sentences)


def _until(plan: BallotPlan) -> str:
    if plan.closes:
        return f"Please return the file by {plan.closes}. What comes later is marked as late."
    return "No closing day was set; whoever sent you the file can tell you."


def _part(page: Page, row: int, head: str, sentences: tuple[str, ...]) -> int:
    page.text(row, 1, head, NODE)
    page.builder.height(row, 22)
    for offset, sentence in enumerate(sentences, 1):
        page.wrapped(row + offset, 1, sentence, SENTENCE, columns=2)
    return row + len(sentences) + 2


def _steps(page: Page, row: int, head: str, steps: tuple[str, ...]) -> int:
    page.text(row, 1, head, NODE)
    page.builder.height(row, 22)
    for number, step in enumerate(steps, 1):
        page.constant(row + number, 1, float(number), COUNT)
        page.wrapped(row + number, 2, step, SENTENCE)
    return row + len(steps) + 2
