"""What the comparison of methods says in words: of one method, or of all."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.ranking.catalogue.methods import CATALOGUE, LEFT_OUT
from criteria.ranking.method_comparison import MethodComparison
from criteria.ranking.results import Results
from desktop.app.words.compared_methods import ComparedMethodWords
from desktop.app.words.lists import ListWords
from desktop.app.words.numbers import figure
from desktop.pages.robustness.methods_states import MEASURES, MethodsStates, compromise_winners
from desktop.widgets.panel_parts import Caption, PanelContent, Part, Rows, Section, Sentence


class MethodsPanel(QObject):
    """Sections about a column, a project, and the whole."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._lists, self._states = ComparedMethodWords(), ListWords(), MethodsStates()

    def statement(self, found: MethodComparison) -> str:
        """Who is first by how many methods, and whose ranks are furthest apart."""
        held = found.comparison
        main = held.ranks[held.names.index(held.main)]
        winners = [held.items[place] for place, rank in enumerate(main) if rank == 1]
        kept = sum(held.likeness[name].is_winner_kept for name in held.names)
        widest = max(held.spreads, key=lambda spread: spread.width)
        text = self.tr(
            "First by {kept} of {count} methods: {winner}; {project} moves most, {best} to {worst}"
        )
        if not widest.width:
            text = self.tr("First by {kept} of {count} methods: {winner}; all of them give one order")
        return text.format(
            winner=self._lists.joined(winners),
            kept=kept,
            count=len(held.names),
            project=widest.item,
            best=widest.best,
            worst=widest.worst,
        )

    def content(self, results: Results, found: MethodComparison, selected: str, column: str) -> PanelContent:
        """What the panel says of the column or the row that was chosen, and then of all."""
        held = found.comparison
        sections: tuple[Section, ...] = ()
        title = self.tr("What the methods agree on")
        if column:
            title = self._words.name(column)
            sections = self._method(results, found, column)
        elif selected in held.items:
            spread = held.spreads[held.items.index(selected)]
            title = results.study.project(selected).title
            sections = (Section("", tuple(map(_plain, self._states.ends(spread).split("\n")))),)
        kicker = column or selected or self._words.name(held.main)
        return PanelContent(kicker if not column else "", title, (*sections, *self._whole(results, found)))

    def _method(self, results: Results, found: MethodComparison, column: str) -> tuple[Section, ...]:
        held = found.comparison
        parts: list[Part] = [Caption(self._words.meaning(column))]
        if column in held.names and column != held.main:
            like = held.likeness[column]
            text = (
                self.tr("The first place is the same as by {main}.")
                if like.is_winner_kept
                else self.tr("The first place is another one than by {main}.")
            )
            parts.append(_plain(text.format(main=self._words.name(held.main))))
            values = (like.spearman, like.kendall, like.weighted_spearman, like.ws)
            rows = tuple(
                (escape(self._words.measure(measure)[0]), figure(value))
                for measure, value in zip(MEASURES, values, strict=True)
            )
            parts.append(Rows(rows))
        said = found.catalogue.get(column)
        sections = [Section("", tuple(parts))]
        if said is not None:
            notes = [self._words.note(results.study, note, held.items) for note in said.notes]
            sections += [Section(self.tr("To be known"), tuple(map(_plain, notes)))] if notes else []
            if said.acceptance is not None:
                words = self._words.acceptance(said.acceptance, held.items)
                sections.append(Section(self.tr("VIKOR's two conditions"), tuple(map(_plain, words))))
        if column == "kemeny":
            sections.append(self._kemeny(found))
        return tuple(sections)

    def _kemeny(self, found: MethodComparison) -> Section:
        kemeny = found.comparison.kemeny
        if kemeny is None:
            return Section("", ())
        text = (
            self.tr("One order is best; the methods contradict it in {count} pairs.")
            if kemeny.count == 1
            else self.tr("{orders} orders are equally good; the methods contradict each in {count} pairs.")
        )
        return Section("", (_plain(text.format(orders=kemeny.count, count=f"{kemeny.disagreement:.0f}")),))

    def _whole(self, results: Results, found: MethodComparison) -> tuple[Section, ...]:
        return (
            self._compromise(results, found),
            *self._alike(found),
            *self._refusals(results, found),
        )

    def _compromise(self, results: Results, found: MethodComparison) -> Section:
        """The first by each way to join all methods."""
        held = found.comparison
        rows = [
            (self._words.name(name), escape(self._lists.joined([held.items[place] for place in firsts])))
            for name, firsts in compromise_winners(held).items()
        ]
        parts: list[Part] = [Rows(tuple(rows), (self.tr("joined by"), self.tr("first")))]
        if held.kemeny is None:
            parts.append(Caption(self.tr("Kemeny: too many projects beat each other in circles.")))
        silent = [name for name in held.names if name not in held.voters]
        if silent:
            text = self.tr("{methods} can only repeat another method's order here and have no vote.")
            parts.append(Caption(text.format(methods=self._words.names(silent))))
        return Section(self.tr("A compromise of all"), tuple(parts))

    def _alike(self, found: MethodComparison) -> tuple[Section, ...]:
        held = found.comparison
        parts = [
            _plain(self.tr("The same order: {methods}.").format(methods=self._words.names(group)))
            for group in held.twins
        ]
        if held.least_alike is not None and len(held.twins) != 1:
            one, other = map(self._words.name, held.least_alike)
            parts.append(_plain(self.tr("Least alike: {one} and {other}.").format(one=one, other=other)))
        return (Section(self.tr("Who agrees"), tuple(parts)),) if parts else ()

    def _refusals(self, results: Results, found: MethodComparison) -> tuple[Section, ...]:
        items = found.comparison.items
        refused = [
            Sentence(
                f"<b>{escape(self._refused_name(item.method))}</b><br>"
                + escape(self._words.refusal(results.study, item, items))
            )
            for item in found.refusals
        ]
        never = "; ".join(f"{method.name} {self._words.left_out(method)}" for method in LEFT_OUT)
        parts: tuple[Part, ...] = (
            *refused,
            Caption(self.tr("Never offered: {methods}.").format(methods=never)),
        )
        return (Section(self.tr("Not shown"), parts),)

    def _refused_name(self, method: str) -> str:
        return next((f.name for key, f in CATALOGUE.items() if key == method), self._words.name(method))


def _plain(text: str) -> Sentence:
    return Sentence(escape(text))
