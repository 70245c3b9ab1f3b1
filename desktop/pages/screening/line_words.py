"""Parts of the side panel that several contents share: sources, cures, comparisons."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.model.projects import Project
from criteria.model.rules import RedLine
from criteria.model.study import Study
from criteria.screening.conditions import Trigger
from criteria.screening.safeguards import cost_percent
from desktop.app.words.numbers import per_cent
from desktop.app.words.red_lines import RedLineWords
from desktop.widgets.panel_parts import Caption, Part, Rows, Section, Sentence

WIDE = 28
"""Characters of value and cut-off together up to which they stand in columns."""


class LineWords(QObject):
    """Sections about a red line that do not depend on what is selected beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._words = RedLineWords()

    def source(self, line: RedLine) -> Section:
        """Paper and law, kept apart: the one argues, the other binds."""
        parts: list[Part] = []
        if line.paper:
            parts.append(Sentence(self.tr("<b>Paper</b> {text}").format(text=escape(line.paper))))
        if line.law:
            parts.append(Sentence(self.tr("<b>Law</b> {text}").format(text=escape(line.law))))
        if line.note:
            parts.append(Caption(line.note))
        return Section(self.tr("Source"), tuple(parts) or (Caption(self.tr("No source is recorded.")),))

    def comparisons(self, study: Study, triggers: tuple[Trigger, ...]) -> Rows:
        """What was looked at, what was found, and the cut-off."""
        return Rows(tuple(self._comparison(study, trigger) for trigger in triggers))

    def _comparison(self, study: Study, trigger: Trigger) -> tuple[str, ...]:
        text = self._words.trigger(study, trigger)
        value, _, level = text.value.partition(" ")
        criterion = next((c for c in study.criteria if c.id == trigger.field), None)
        if criterion is None and len(text.value) + len(text.cutoff) > WIDE:
            # Lists of words need the whole width of the panel.
            words = self.tr("{field}: <b>{value}</b><br>looked for {cutoff}")
            found, wanted = escape(text.value), escape(text.cutoff)
            return (words.format(field=escape(text.field), value=found, cutoff=wanted),)
        if criterion is None or trigger.fact.value is None:
            return escape(text.field), f"<b>{escape(text.value)}</b>", escape(text.cutoff)
        name = f"<b>{escape(criterion.id)}</b> {escape(criterion.short)}"
        return f"{name}<br>{escape(level)}" if level else name, f"<b>{value}</b>", escape(text.cutoff)

    def cure(self, study: Study, line: RedLine, project: Project | None = None) -> Section:
        """The safeguards that lift the line, whether they are offered, and what they cost."""
        heading = self.tr("What would cure it")
        if line.effect == "refer":
            heading = self.tr("What the line asks for")
        elif project is not None and line.cured_by and set(line.cured_by) <= set(project.safeguards):
            heading = self.tr("What cures it")
        if line.effect == "block_mode":
            return Section(
                heading, (Sentence(self.tr("Another mode of cooperation: trade, finance or investment.")),)
            )
        if not line.cured_by:
            return Section(
                heading, (Sentence(self.tr("Nothing: no score and no safeguard buys this line back.")),)
            )
        rows = tuple(self._safeguard(study, item, project) for item in line.cured_by)
        total = per_cent(cost_percent(study, line.cured_by) / 100)
        note = self.tr("Together {total} of the budget; at the right the cost of each.").format(total=total)
        return Section(heading, (Rows(rows), Caption(note)))

    def _safeguard(self, study: Study, safeguard_id: str, project: Project | None) -> tuple[str, ...]:
        safeguard = study.safeguard(safeguard_id)
        cost = per_cent(safeguard.cost_percent / 100)
        name = f"{safeguard.id} {escape(safeguard.name)}"
        if project is None:
            return name, cost
        is_offered = safeguard_id in project.safeguards
        return name, self.tr("offered") if is_offered else self.tr("<b>not offered</b>"), cost
