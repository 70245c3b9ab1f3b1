"""What the kept weightings change, and the acts on them: keep, rename, note, remove."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QObject

from criteria.arrays import Floats
from criteria.edits.what_ifs import add_what_if, remove_what_if, rename_what_if
from criteria.errors import StudyError
from criteria.model.session import WhatIf
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.robustness.live import what_if_weights
from criteria.weighting.hierarchy import equal_weights
from desktop.app.context import Context
from desktop.app.words.numbers import figure, per_cent
from desktop.pages.robustness.live_list import LiveList
from desktop.pages.robustness.live_weights import LiveWeights
from desktop.pages.robustness.what_if_panel import EQUAL, WhatIfEntry

#: How many of the largest differences from the stated weights are named.
NAMED = 3
#: Differences below this, in points of per cent, are none.
_NONE = 0.05


class WhatIfs(QObject):
    """Entries for the panel, and edits of the study as a person asks for them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def entries(
        self, study: Study, live: LiveWeights, ranked: LiveList, method: Method
    ) -> tuple[WhatIfEntry, ...]:
        """Equal weights first, then what was kept, each compared with the stated weights."""
        equal = equal_weights(study).values
        found = [self._entry(study, live, ranked, method, EQUAL, self.tr("Equal weights"), equal)]
        for place, kept in enumerate(study.session.what_ifs):
            try:
                values = what_if_weights(study, kept)
            except StudyError as error:
                found.append(WhatIfEntry(place, kept.name, (str(error),), kept.note))
                continue
            found.append(self._entry(study, live, ranked, method, place, kept.name, values, kept.note))
        return tuple(found)

    def values(self, study: Study, place: int) -> Floats:
        """The weights of an entry; StudyError where it gives none to criteria that count."""
        return (
            equal_weights(study).values
            if place == EQUAL
            else what_if_weights(study, study.session.what_ifs[place])
        )

    def keep(self, live: LiveWeights) -> bool:
        """Asks for a name and keeps the weights on show; whether a person did so."""
        name = self._context.questions.text(self.tr("Keep as what-if"), self.tr("Name of these weights"))
        if name is None:
            return False
        weights = dict(zip(live.criteria, live.values.tolist(), strict=True))
        kept = WhatIf(name=name, weights=weights)
        return self._context.store.edit(self.tr("Keep a what-if"), partial(add_what_if, what_if=kept))

    def rename(self, place: int) -> None:
        """Asks for another name."""
        kept = self._context.store.study.session.what_ifs[place]
        name = self._context.questions.text(self.tr("Rename the what-if"), self.tr("Name"), kept.name)
        if name is not None:
            change = partial(rename_what_if, place=place, name=name)
            self._context.store.edit(self.tr("Rename a what-if"), change)

    def note(self, place: int) -> None:
        """Asks for a note."""
        kept = self._context.store.study.session.what_ifs[place]
        note = self._context.questions.text(self.tr("Note on the what-if"), self.tr("Note"), kept.note)
        if note is not None:
            change = partial(rename_what_if, place=place, name=kept.name, note=note)
            self._context.store.edit(self.tr("Note on a what-if"), change)

    def remove(self, place: int) -> None:
        """Removes it; undo brings it back."""
        self._context.store.edit(self.tr("Remove a what-if"), partial(remove_what_if, place=place))

    def _entry(
        self,
        study: Study,
        live: LiveWeights,
        ranked: LiveList,
        method: Method,
        place: int,
        name: str,
        values: Floats,
        note: str = "",
    ) -> WhatIfEntry:
        premises = ", ".join(
            self.tr("{premise}\u00a0{weight}").format(
                premise=premise.short, weight=per_cent(live.share(premise.id, values), 1)
            )
            for premise in study.active_premises
        )
        first = ranked.difference(ranked.at(values), method)
        lines = (premises, first, self._differences(live, values))
        return WhatIfEntry(
            place,
            name,
            tuple(line for line in lines if line),
            note,
            is_current=bool(np.abs(values - live.values).max() < 1e-9),
        )

    def _differences(self, live: LiveWeights, values: Floats) -> str:
        """The criteria whose weight differs most from the stated one."""
        points = 100.0 * (values - live.stated)
        order = np.argsort(-np.abs(points), kind="stable")[:NAMED].tolist()
        named = [
            self.tr("{criterion}\u00a0{points}").format(
                criterion=live.criteria[place], points=_signed(float(points[place]))
            )
            for place in order
            if abs(points[place]) >= _NONE
        ]
        if not named:
            return self.tr("The stated weights.")
        return self.tr("Largest differences in points: {criteria}.").format(criteria=", ".join(named))


def _signed(points: float) -> str:
    return ("+" if points > 0 else "") + figure(points, 1)
