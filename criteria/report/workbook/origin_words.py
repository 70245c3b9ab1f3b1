"""Whose weights count and whether they are sealed, in the sentences of a workbook."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from criteria.edits.sealing import is_intact
from criteria.model.settings import GROUP_METHODS
from criteria.model.study import Study
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.group_agreement import IN_WORDS, INDICATOR
from criteria.report.workbook.group_plan import ALONE, ANSWERED, NAME, VOICE, GroupPlan
from criteria.report.workbook.people_words import BANDS, METHODS
from criteria.report.workbook.people_words import GROUP_METHODS as COMBINED
from criteria.report.workbook.references import quoted
from criteria.sessions.weight_origin import WeightOrigin, weight_origin
from criteria.weighting.consensus import consensus_band

_NOBODY = "Nobody whose weights count has answered: premises weigh the same, and so do criteria in each."
_NAMES = 12


def weights_sentence(draft: Draft) -> tuple[str, str]:
    """The formula of the sentence on whose weights count, "" where it cannot change, and the sentence."""
    origin = weight_origin(draft.results)
    text = _sentence(origin)
    return ("", text) if draft.group is None else (_formula(draft.group), text)


def heard_names(draft: Draft) -> str:
    """Who is heard in the group, by name as far as a line holds them; "" for anything but a group."""
    origin = weight_origin(draft.results)
    if origin.kind != "group":
        return ""
    names = [f"{person.name} ({person.id})" for person in origin.people]
    more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
    return f"In the group at export: {', '.join(names[:_NAMES])}{more}."


def seal_sentence(study: Study) -> str:
    """By whom and when weights were sealed, how often amended, whether it holds; "" without a seal."""
    seal, count = study.session.seal, len(study.session.amendments)
    if seal is None:
        return ""
    amended = {0: "no amendments", 1: "1 amendment"}.get(count, f"{count} amendments")
    start = f"Weights sealed by {seal.who} on {seal.when[:10]}; {amended}"
    if is_intact(study):
        return f"{start}; the study holds what was {'last amended with a reason' if count else 'sealed'}."
    return f"{start}; broken: what was sealed has been changed since without a reason."


def _sentence(origin: WeightOrigin) -> str:
    match origin.kind:
        case "group":
            alike = ""
            if origin.consensus is not None:
                word = BANDS[consensus_band(origin.consensus)]
                alike = f"; consensus {_fixed(origin.consensus)}, {word}"
            count = f"{len(origin.people)} of {origin.asked} stakeholders"
            return f"Weights of a group: {count}, combined by {COMBINED[origin.method]}{alike}."
        case "person":
            (person,) = origin.people
            how = "" if origin.asked > 1 else f", by {METHODS[person.method]}"
            return f"Weights of {person.name} alone{how}."
        case "equal":
            return _NOBODY
        case _:
            return "Weights were given from outside, not by answers."


def _formula(plan: GroupPlan) -> str:
    voices, names = f"SUM({plan.members(VOICE)})", plan.members(NAME)
    method = quoted(COMBINED[GROUP_METHODS[0]])
    for name in GROUP_METHODS[1:]:
        method = f'IF(group_method="{name}",{quoted(COMBINED[name])},{method})'
    place = len(plan.nodes)
    overall, word = plan.agreement(place, INDICATOR), plan.agreement(place, IN_WORDS)
    alike = f'IF(ISNUMBER({overall}),"; consensus "&FIXED({overall},3)&", "&{word},"")'
    group = (
        f'"Weights of a group: "&{voices}&" of {plan.count} stakeholders, combined by "&{method}&{alike}&"."'
    )
    alone = plan.members(ALONE)
    person = f'"Weights of "&INDEX({names},MATCH(1,{alone},0))&" alone."'
    nobody, told = quoted(_NOBODY), f"SUMPRODUCT({alone},{plan.members(ANSWERED)})>0"
    return f"IF(SUM({alone})>0,IF({told},{person},{nobody}),IF({voices}>0,{group},{nobody}))"


def _fixed(value: float) -> str:
    """Three decimals as spreadsheet programs round them: halves away from zero."""
    return str(Decimal(repr(value)).quantize(Decimal("0.001"), ROUND_HALF_UP))
