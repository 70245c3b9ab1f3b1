"""The table of the catalogue: each method with its name, the direction of its score, its needs and source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

CatalogueMethod = Literal[
    "weighted_sum",
    "weighted_product",
    "waspas",
    "vikor",
    "promethee",
    "edas",
    "codas",
    "copras",
    "mabac",
    "marcos",
    "spotis",
    "moora",
    "aras",
    "cocoso",
]
#: Any figures; figures of at least zero and costs above zero; a positive average of each criterion.
Needs = Literal["any", "ratios", "positive-average"]


@dataclass(frozen=True, slots=True)
class MethodFacts:
    """A method of the catalogue: its name, the direction of its score, needs, options and publication.

    `keeps_dominance` says whether an alternative that is nowhere better and somewhere worse than another can
    never be ranked before it.
    """

    id: CatalogueMethod
    name: str
    higher_is_better: bool
    needs: Needs
    options: tuple[str, ...]
    keeps_dominance: bool
    source: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A method that is not offered, and why.

    `dominated-first`: it may rank an alternative before one that is better in everything. `needs-targets`:
    it measures against limits for every criterion, which no study holds, and the library reverses its ranks.
    """

    name: str
    ground: Literal["dominated-first", "needs-targets"]


CATALOGUE: Mapping[CatalogueMethod, MethodFacts] = {
    facts.id: facts
    for facts in (
        MethodFacts(
            "weighted_sum",
            "The weighted sum",
            True,
            "ratios",
            ("scaling",),
            True,
            "Fishburn, Murphy & Isaacs (1968), Operations Research 16(2) 254-267",
        ),
        MethodFacts(
            "weighted_product",
            "The weighted product",
            True,
            "ratios",
            (),
            True,
            "Miller & Starr (1969), Executive Decisions and Operations Research",
        ),
        MethodFacts(
            "waspas",
            "WASPAS",
            True,
            "ratios",
            ("share",),
            True,
            "Zavadskas, Turskis, Antucheviciene & Zakarevicius (2012), Elektronika ir Elektrotechnika "
            "122(6) 3-6",
        ),
        MethodFacts(
            "vikor",
            "VIKOR",
            False,
            "any",
            ("v",),
            True,
            "Opricovic & Tzeng (2004), European Journal of Operational Research 156(2) 445-455",
        ),
        MethodFacts(
            "promethee",
            "PROMETHEE II",
            True,
            "any",
            ("preferences",),
            True,
            "Brans & Vincke (1985), Management Science 31(6) 647-656",
        ),
        MethodFacts(
            "edas",
            "EDAS",
            True,
            "positive-average",
            (),
            True,
            "Keshavarz Ghorabaee, Zavadskas, Olfat & Turskis (2015), Informatica 26(3) 435-451",
        ),
        MethodFacts(
            "codas",
            "CODAS",
            True,
            "ratios",
            ("tau",),
            False,
            "Keshavarz Ghorabaee, Zavadskas, Turskis & Antucheviciene (2016), Economic Computation and "
            "Economic Cybernetics Studies and Research 50(3) 25-44",
        ),
        MethodFacts(
            "copras",
            "COPRAS",
            True,
            "ratios",
            (),
            True,
            "Zavadskas, Kaklauskas & Sarka (1994), Technological and Economic Development of Economy "
            "1(3) 131-139",
        ),
        MethodFacts(
            "mabac",
            "MABAC",
            True,
            "any",
            (),
            True,
            "Pamucar & Cirovic (2015), Expert Systems with Applications 42(6) 3016-3028",
        ),
        MethodFacts(
            "marcos",
            "MARCOS",
            True,
            "ratios",
            (),
            True,
            "Stevic, Pamucar, Puska & Chatterjee (2020), Computers & Industrial Engineering 140, 106231",
        ),
        MethodFacts(
            "spotis",
            "SPOTIS",
            False,
            "any",
            ("bounds",),
            True,
            "Dezert, Tchamova, Han & Tacnet (2020), 23rd International Conference on Information Fusion",
        ),
        MethodFacts(
            "moora",
            "MOORA",
            True,
            "any",
            (),
            True,
            "Brauers & Zavadskas (2006), Control and Cybernetics 35(2) 445-469",
        ),
        MethodFacts(
            "aras",
            "ARAS",
            True,
            "ratios",
            (),
            True,
            "Zavadskas & Turskis (2010), Technological and Economic Development of Economy 16(2) 159-172",
        ),
        MethodFacts(
            "cocoso",
            "CoCoSo",
            True,
            "any",
            ("share",),
            True,
            "Yazdani, Zarate, Zavadskas & Turskis (2019), Management Decision 57(9) 2501-2519",
        ),
    )
}

LEFT_OUT: tuple[LeftOut, ...] = (
    LeftOut("AROMAN", "dominated-first"),
    LeftOut("LoPM", "needs-targets"),
    LeftOut("PROBID", "dominated-first"),
)
