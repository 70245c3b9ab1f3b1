"""Sentences about red lines: what triggered one, what is still missing, what the screening says overall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from criteria.model.study import Study
from criteria.model.tree import Criterion
from criteria.screening.conditions import Trigger
from criteria.screening.screen import Hit, ProjectScreen, Screening
from desktop.app.words.fields import FieldWords
from desktop.app.words.numbers import NO_BREAK, figure

_SIGNS = {">=": "≥", "<=": "≤", "<>": "≠", "=": "=", "<": "<", ">": ">"}


@dataclass(frozen=True)
class TriggerText:
    """One comparison of a red line: what was looked at, what was found, and the cut-off it was held to."""

    field: str
    value: str
    cutoff: str


class RedLineWords(QObject):
    """What the screening says of all projects, of one project and of one comparison."""

    def __init__(self) -> None:
        super().__init__()
        self._fields = FieldWords()

    def statement(self, screening: Screening) -> str:
        """The sentence under the room's title."""
        out, waiting = screening.count("exclude"), screening.count("conditional-open")
        referred, everyone = screening.count("refer"), len(screening.projects)
        if not everyone:
            return self.tr("No project is held against the red lines yet")
        first = self.tr("{out} of {all} crossed a line that no score can buy back")
        if not out:
            first = self.tr("None of {all} crossed a line that no score can buy back")
        rest = []
        if waiting == 1:
            rest.append(self.tr("1 more waits for guarantees"))
        elif waiting:
            rest.append(self.tr("{count} more wait for guarantees").format(count=waiting))
        if referred:
            rest.append(self.tr("{count} for the licensing authority").format(count=referred))
        return "; ".join(part for part in (first.format(out=out, all=everyone), ", ".join(rest)) if part)

    def counted(self, study: Study, project: str, safeguards: Sequence[str]) -> str:
        """What it means that safeguards count as offered; nobody was asked by it."""
        names = "; ".join(study.safeguard(item).name for item in safeguards)
        text = self.tr(
            "Counted as offered by {project}: {names}. Risk, scores and ranks now rely on it; get the "
            "partner’s word in writing."
        )
        return text.format(project=project, names=names)

    def missing(self, study: Study, result: ProjectScreen) -> tuple[str, ...]:
        """Names of what a project still lacks: safeguards, values, another mode of cooperation."""
        names = [study.safeguard(item).name for item in missing_safeguards(study, result)]
        if any(hit.effect == "block_mode" for hit in result.open_hits):
            names.append(self.tr("another mode of cooperation"))
        value = self.tr("a value of {field}")
        return (*names, *(value.format(field=self.field(study, field)) for field in missing_values(result)))

    def field(self, study: Study, field: str) -> str:
        """The name of what a red line reads: a criterion or a field of the profile."""
        criterion = _criterion(study, field)
        if criterion is not None:
            return criterion.short
        if field == "selected":
            return self.tr("Selected")
        return self._fields.name("technology_tags" if field == "tags" else field)

    def trigger(self, study: Study, trigger: Trigger) -> TriggerText:
        """One comparison in words; figures with the decimals and the level of their scale."""
        criterion = _criterion(study, trigger.field)
        name = self.field(study, trigger.field)
        if criterion is None:
            return TriggerText(name, self._value(trigger), self._cutoff(trigger))
        value = trigger.fact.value
        found = self.tr("missing")
        if isinstance(value, float | int):
            found = figure(float(value), criterion.decimals)
            level = criterion.level(float(value))
            found = f"{found} {level.label}" if level else found
        return TriggerText(f"{criterion.id} {name}", found, self._limit(study, trigger, criterion))

    def _limit(self, study: Study, trigger: Trigger, criterion: Criterion) -> str:
        operand = trigger.operand[0] if trigger.operand else 0.0
        # A cut-off may be finer than the scale: 0.2 must not become 0.
        digits = max(criterion.decimals, len(f"{float(operand):g}".partition(".")[2]))
        sign = _SIGNS.get(trigger.operator, trigger.operator)
        return f"{sign}{NO_BREAK}{figure(float(operand), digits)}"

    def _value(self, trigger: Trigger) -> str:
        value = trigger.fact.value
        if isinstance(value, tuple):
            found = [word for word in value if word in trigger.operand]
            return ", ".join(plain(word) for word in found) or self.tr("none of these")
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        return plain(str(value)) if value not in (None, "") else self.tr("missing")

    def _cutoff(self, trigger: Trigger) -> str:
        words = ", ".join(self._operand(item) for item in trigger.operand)
        if trigger.operator in ("has", "in"):
            return self.tr("one of: {words}").format(words=words) if len(trigger.operand) > 1 else words
        if trigger.operator == "<>":
            return self.tr("other than {words}").format(words=words)
        return words

    def _operand(self, operand: float | str | bool) -> str:
        if isinstance(operand, bool):
            return self.tr("yes") if operand else self.tr("no")
        return plain(operand) if isinstance(operand, str) else f"{operand:g}"


def plain(code: str) -> str:
    """A code of the vocabulary as words: social_scoring becomes social scoring."""
    return code.replace("_", " ")


def missing_safeguards(study: Study, result: ProjectScreen) -> tuple[str, ...]:
    """Ids of the safeguards that standing lines ask for and the project does not offer, in study order."""
    wanted = {item for hit in result.hits if hit.waiver is None for item in hit.missing}
    return tuple(safeguard.id for safeguard in study.safeguards if safeguard.id in wanted)


def missing_values(result: ProjectScreen) -> tuple[str, ...]:
    """Fields without which a line cannot be decided, each once."""
    return tuple(dict.fromkeys(field for hit in result.undetermined for field in hit.undetermined))


def find_hit(result: ProjectScreen, red_line: str) -> Hit | None:
    """What the screening found for one project and one line: hit, undecided or near; None where nothing."""
    for hit in (*result.hits, *result.undetermined, *result.near):
        if hit.red_line == red_line:
            return hit
    return None


def _criterion(study: Study, field: str) -> Criterion | None:
    return next((criterion for criterion in study.criteria if criterion.id == field), None)
