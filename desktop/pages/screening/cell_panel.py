"""What the side panel says of one project under one red line."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from criteria.model.projects import Project
from criteria.model.rules import RedLine, Waiver
from criteria.model.study import Study
from criteria.screening.conditions import Trigger, evaluate
from criteria.screening.facts import facts_about
from criteria.screening.screen import Hit, screen
from desktop.app.words.numbers import short_figure
from desktop.app.words.red_lines import RedLineWords, find_hit
from desktop.pages.screening.grid_rows import mark_of
from desktop.pages.screening.line_words import LineWords
from desktop.widgets.panel_parts import Callout, Caption, PanelContent, Part, Section, Sentence, Widget

_TONES = {"exclude": "danger", "refer": "info", "conditional-open": "attention", "conditional-met": "success"}
#: Makes the small chart of a figure between its bounds and the cut-off.
StripMaker = Callable[[Study, Trigger], Callable[[], QWidget]]


class CellPanel(QObject):
    """Verdict, trigger, why excluded or not, cure and source of one cell."""

    def __init__(self, strip: StripMaker) -> None:
        super().__init__()
        self._strip = strip
        self._words = RedLineWords()
        self._lines = LineWords()

    def content(self, study: Study, project_id: str, red_line: str) -> PanelContent:
        """Everything about the cell."""
        project, line = study.project(project_id), study.red_line(red_line)
        result = screen(study).of(project_id)
        hit = find_hit(result, red_line)
        is_near = hit is not None and hit in result.near
        sections = [Section("", (self._near() if is_near else self._verdict(study, hit),))]
        triggers = hit.triggers if hit is not None else self._triggers(study, project, line)
        is_crossed = hit is not None and hit in result.hits
        sections.append(self._looked_at(study, triggers, is_crossed=is_crossed))
        if hit is not None and hit.escalation:
            sections.append(self._escalation(study, hit))
        if is_crossed:
            sections.append(self._lines.cure(study, line, project))
        sections.append(self._lines.source(line))
        return PanelContent(f"{project.id} × {line.id}", line.name, tuple(sections))

    def _triggers(self, study: Study, project: Project, line: RedLine) -> tuple[Trigger, ...]:
        cutoffs = {threshold.id: threshold.value for threshold in study.thresholds}
        return evaluate(line.condition, facts_about(study, project), cutoffs).triggers

    def _near(self) -> Callout:
        text = self.tr("The most likely figure stays clear of the line, its bounds do not.")
        return Callout(self.tr("Not crossed, borderline"), text, "attention")

    def _verdict(self, study: Study, hit: Hit | None) -> Callout:
        if hit is None:
            return Callout(
                self.tr("Not crossed"), self.tr("This line does not concern the project."), "success"
            )
        if hit.undetermined:
            fields = ", ".join(self._words.field(study, field) for field in hit.undetermined)
            text = self.tr("Enter {fields} to decide; until then the project waits.").format(
                fields=escape(fields)
            )
            return Callout(self.tr("Cannot be decided"), text, "attention")
        if hit.waiver is not None:
            return self._waived(hit.waiver, mark_of(hit).state)
        state = mark_of(hit).state
        return Callout(self._title(hit, state), self._next(hit), _TONES[state], state)

    def _waived(self, waiver: Waiver, state: str) -> Callout:
        text = self.tr("“{reason}” {name}, {date}. The line stays on the record.").format(
            reason=escape(waiver.reason), name=escape(waiver.name), date=escape(waiver.date)
        )
        return Callout(self.tr("Waived"), text, "info", state)

    def _title(self, hit: Hit, state: str) -> str:
        if hit.effect == "block_mode":
            return self.tr("Mode of cooperation closed")
        return {
            "exclude": self.tr("Excluded"),
            "refer": self.tr("Referred"),
            "conditional-open": self.tr("Conditional, open"),
            "conditional-met": self.tr("Conditional, met"),
        }[state]

    def _next(self, hit: Hit) -> str:
        if hit.effect == "exclude":
            return self.tr("Never ranked, never funded, whatever the score.")
        if hit.effect == "refer" and hit.met:
            return self.tr(
                "Every safeguard the line asks for is counted as offered. The project stays referred all the "
                "same: no safeguard replaces the licence, so the licensing authority still has to answer."
            )
        if hit.effect == "refer":
            return self.tr("No commitment before the licensing authority has answered.")
        if hit.effect == "block_mode":
            return self.tr("This mode of cooperation is closed to the project.")
        if hit.met:
            return self.tr("Every safeguard the line asks for is offered.")
        if len(hit.missing) == 1:
            return self.tr("One safeguard is missing.")
        return self.tr("{count} safeguards are missing.").format(count=len(hit.missing))

    def _looked_at(self, study: Study, triggers: tuple[Trigger, ...], *, is_crossed: bool) -> Section:
        heading = self.tr("What triggered it") if is_crossed else self.tr("What was looked at")
        # Of alternatives joined by "or", those that hold did it; where none holds, all were looked at.
        shown = tuple(t for t in triggers if t.holds or t.borderline) if is_crossed else triggers
        parts: list[Part] = [self._lines.comparisons(study, shown), *self._borderline(study, shown)]
        parts.append(Caption(self.tr("Decided on the scores as proposed.")))
        return Section(heading, tuple(parts))

    def _escalation(self, study: Study, hit: Hit) -> Section:
        if hit.effect == "exclude":
            heading = self.tr("Why excluded")
            text = self.tr("The line asks for guarantees, but excludes beyond these cut-offs:")
        else:
            heading = self.tr("Why not excluded")
            text = self.tr("The line would exclude beyond these cut-offs:")
        parts: list[Part] = [Sentence(text), self._lines.comparisons(study, hit.escalation)]
        return Section(heading, (*parts, *self._borderline(study, hit.escalation)))

    def _borderline(self, study: Study, triggers: tuple[Trigger, ...]) -> list[Part]:
        parts: list[Part] = []
        for trigger in triggers:
            low, high = trigger.fact.low, trigger.fact.high
            if low is None or high is None or low == high or not trigger.operand:
                continue
            parts.append(Widget(self._strip(study, trigger)))
            if trigger.borderline:
                text = self.tr("Between {low} and {high} the cut-off {cutoff} is crossed or not.").format(
                    low=short_figure(low),
                    high=short_figure(high),
                    cutoff=short_figure(float(trigger.operand[0])),
                )
                parts.append(Callout(self.tr("Borderline"), text, "attention"))
        return parts
