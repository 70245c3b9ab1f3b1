"""Why a project stands where it stands: the content of the side panel."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.model.settings import METHODS, Method
from criteria.ranking.explain import Reason, ideal_shares, reasons
from criteria.ranking.results import Results
from desktop.app.words.lists import ListWords
from desktop.app.words.methods import MethodWords
from desktop.app.words.numbers import figure, per_cent
from desktop.app.words.ranks import ResultRankWords
from desktop.app.words.reasons import ReasonWords
from desktop.pages.ranking.formulas import Formulas
from desktop.widgets.panel_parts import Callout, Caption, Formula, PanelContent, Rows, Section, Sentence

#: How many criteria are named for and against.
NAMED = 3


class Why(QObject):
    """Sentences, formulas with their numbers, and sources, for one project by one method."""

    def __init__(self) -> None:
        super().__init__()
        self._methods, self._ranks, self._reasons = MethodWords(), ResultRankWords(), ReasonWords()
        self._formulas, self._lists = Formulas(), ListWords()

    def content(self, results: Results, method: Method, row: int) -> PanelContent:
        """What the panel says of a ranked project."""
        project = results.study.projects[row]
        kicker = f"{project.id}, {project.country}" if project.country else project.id
        found = reasons(results, row)
        ranks = tuple((self._methods.name(name), self._rank(results, name, row)) for name in METHODS)
        formula = Formula(self._formulas.lines(results, method, row))
        steps = Sentence(self.tr("<a href='workings'>Every step, with ideal and anti-ideal</a>"))
        if method != "topsis":
            steps = Sentence(self.tr("<a href='workings'>Every step, criterion by criterion</a>"))
        sections = (
            *self._missing(results, row),
            Section("", (Sentence(self._sentence(results, found)), *self._tie(results, method, row))),
            Section(self.tr("Rank by each method"), (Rows(ranks),)),
            Section(self.tr("How it is computed"), (formula, steps, *self._estimate(results, method))),
            *self._ideal(results, method, row),
            Section(self.tr("For and against"), self._reason_rows(results, found)),
            Section(self.tr("Sources"), (Caption(self._sources(results, row)),)),
        )
        title = self.tr("Why is it {rank}?").format(rank=self._rank(results, method, row))
        return PanelContent(kicker, title, sections)

    def excluded(self, results: Results, row: int) -> PanelContent:
        """What the panel says of a project that a red line keeps out."""
        project, screened = results.study.projects[row], results.screening.projects[row]
        lines = [results.study.red_line(h.red_line).name for h in screened.hits if h.effect == "exclude"]
        shadow = self._ranks.shadow(results.methods["topsis"], row)
        text = self.tr("It would have ranked {rank} among all by TOPSIS; it is never ranked or funded.")
        callout = Callout(self.tr("Excluded by a red line"), escape("; ".join(lines)), "danger", "exclude")
        body = Section("", (callout, Sentence(text.format(rank=shadow))))
        return PanelContent(f"{project.id}, {project.country}", project.title, (body,))

    def _missing(self, results: Results, row: int) -> tuple[Section, ...]:
        gaps = [c for c, gap in zip(results.matrix.criteria, results.matrix.missing[row], strict=True) if gap]
        if not gaps:
            return ()
        text = self.tr(
            "No figure for {criteria}. Nothing is guessed: the project is ranked with the whole scale, so "
            "its rank is a range. A low and a high estimate narrow it."
        ).format(criteria=", ".join(gaps))
        return (Section("", (Callout(self.tr("A figure is missing"), escape(text)),)),)

    def _estimate(self, results: Results, method: Method) -> tuple[Caption, ...]:
        if not results.has_estimated_ranks(method):
            return ()
        text = self.tr(
            "Figures are missing, and each moves the scores of all: ranges of ranks come from all of them at "
            "their worst and all at their best, and may be too narrow. {way_out}"
        )
        way_out = self.tr("On fixed scales they are exact.")
        if method == "ahp":
            way_out = self.tr("In ideal mode they are exact.")
        return (Caption(text.format(way_out=way_out)),)

    def _rank(self, results: Results, method: Method, row: int) -> str:
        return self._ranks.of(results.methods[method], row)

    def _tie(self, results: Results, method: Method, row: int) -> tuple[Sentence, ...]:
        found = results.methods[method]
        if row not in found.tied:
            return ()
        others = [
            results.study.projects[i].id
            for i in found.order()
            if i != row and i in found.tied and found.rank_best[i] == found.rank_best[row]
        ]
        names = escape(self._lists.joined(others))
        return (Sentence(self.tr("It shares this rank with {projects}.").format(projects=names)),)

    def _sentence(self, results: Results, found: tuple[Reason, ...]) -> str:
        study = results.study
        good = [self._named(results, reason) for reason in found[:NAMED] if reason.effect > 0.001]
        bad = [self._named(results, reason) for reason in found[::-1][:NAMED] if reason.effect < -0.001]
        parts = []
        if good:
            parts.append(self.tr("Better than most in {criteria}.").format(criteria="; ".join(good)))
        if bad:
            parts.append(self.tr("Held back by {criteria}.").format(criteria="; ".join(bad)))
        if not parts:
            parts.append(
                self.tr("It is close to the average project of “{title}” in everything.").format(
                    title=escape(study.title)
                )
            )
        return " ".join(parts)

    def _named(self, results: Results, reason: Reason) -> str:
        criterion = results.study.criterion(reason.criterion)
        value = escape(self._reasons.figure_of(criterion, reason.raw))
        return f"<b>{escape(criterion.short.lower())}</b> ({value})"

    def _ideal(self, results: Results, method: Method, row: int) -> tuple[Section, ...]:
        if method != "topsis":
            return ()
        shares = sorted(ideal_shares(results, row).items(), key=lambda item: -item[1])[:5]
        study = results.study
        rows = tuple(
            (f"{criterion} {escape(study.criterion(criterion).short)}", per_cent(share))
            for criterion, share in shares
        )
        caption = Caption(self.tr("Share of the squared distance from the ideal"))
        return (Section(self.tr("Furthest from the ideal"), (Rows(rows), caption)),)

    def _reason_rows(self, results: Results, found: tuple[Reason, ...]) -> tuple[Rows | Caption, ...]:
        study = results.study
        chosen = [*found[:NAMED], *found[-NAMED:]] if len(found) > 2 * NAMED else list(found)
        rows = tuple(
            (
                f"{r.criterion} {escape(study.criterion(r.criterion).short)}",
                f"{'+' if r.effect >= 0 else ''}{figure(r.effect, 3)}",
            )
            for r in chosen
        )
        return (Rows(rows), Caption(self.tr("Weight × (value − mean value of the ranked projects)")))

    def _sources(self, results: Results, row: int) -> str:
        project = results.study.projects[row]
        seen: dict[str, list[str]] = {}
        for criterion in results.matrix.criteria:
            evidence = project.score(criterion).evidence
            if evidence.source:
                year = f" {evidence.year}" if evidence.year else ""
                seen.setdefault(f"{evidence.source}{year}", []).append(criterion)
        if not seen:
            return self.tr("No sources are entered for this project.")
        return "; ".join(f"{', '.join(criteria)}: {source}" for source, criteria in seen.items())
