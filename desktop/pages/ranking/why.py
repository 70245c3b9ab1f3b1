"""Why a project stands where it stands: the content of the side panel."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.model.settings import METHODS, Method
from criteria.model.tree import ROLES
from criteria.ranking.explain import Reason, ideal_shares, reasons
from criteria.ranking.results import Results
from desktop.app.words.methods import MethodWords
from desktop.app.words.numbers import RankWords, figure, per_cent
from desktop.app.words.reasons import ReasonWords
from desktop.widgets.panel_parts import Callout, Caption, Formula, PanelContent, Rows, Section, Sentence

#: How many criteria are named for and against.
NAMED = 3


class Why(QObject):
    """Sentences, formulas with their numbers, and sources, for one project by one method."""

    def __init__(self) -> None:
        super().__init__()
        self._methods, self._ranks, self._reasons = MethodWords(), RankWords(), ReasonWords()

    def content(self, results: Results, method: Method, row: int) -> PanelContent:
        """What the panel says of a project."""
        project = results.study.projects[row]
        kicker = f"{project.id}, {project.country}" if project.country else project.id
        found = reasons(results, row)
        rank = self._rank(results, method, row)
        sections = (
            *self._missing(results, row),
            Section("", (Sentence(self._sentence(results, found)),)),
            Section(
                self.tr("Rank by each method"),
                (
                    Rows(
                        tuple((self._methods.name(name), self._rank(results, name, row)) for name in METHODS)
                    ),
                ),
            ),
            Section(self.tr("How it is computed"), (Formula(self._formula(results, method, row)),)),
            *self._ideal(results, method, row),
            Section(
                self.tr("What helps and what costs most"),
                self._reason_rows(results, found),
                note=self.tr("against the mean"),
            ),
            Section(self.tr("Sources"), (Caption(self._sources(results, row)),)),
        )
        return PanelContent(kicker, self.tr("Why is it {rank}?").format(rank=rank), sections)

    def excluded(self, results: Results, row: int) -> PanelContent:
        """What the panel says of a project that a red line keeps out."""
        project, screened = results.study.projects[row], results.screening.projects[row]
        lines = [results.study.red_line(h.red_line).name for h in screened.hits if h.effect == "exclude"]
        shadow = self._ranks.ordinal(int(results.methods["topsis"].shadow[row]))
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

    def _rank(self, results: Results, method: Method, row: int) -> str:
        found = results.methods[method]
        return self._ranks.span(int(found.rank_best[row]), int(found.rank_worst[row]))

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

    def _formula(self, results: Results, method: Method, row: int) -> tuple[str, ...]:
        place = results.ranked.index(row)
        detail, score = results.methods[method].detail, figure(float(results.methods[method].low[row]), 3)
        if method == "topsis" and detail.topsis is not None:
            plus, minus = detail.topsis.distance_plus[place], detail.topsis.distance_minus[place]
            return (
                self.tr("closeness = D⁻ / (D⁺ + D⁻)"),
                f"= {figure(minus, 3)} / ({figure(plus, 3)} + {figure(minus, 3)}) = {score}",
            )
        if method == "benefit_risk" and detail.benefit_risk is not None:
            return self._benefit_risk(results, row, place, score)
        return (self.tr("priority = sum of weight × value"), f"= {score}")

    def _benefit_risk(self, results: Results, row: int, place: int, score: str) -> tuple[str, ...]:
        found = results.methods["benefit_risk"].detail.benefit_risk
        if found is None:
            return ()
        theta = results.study.settings.theta
        weights = dict.fromkeys(ROLES, 0.0)
        for criterion, weight in zip(results.matrix.criteria, results.weights.values, strict=True):
            weights[results.study.premise_of[criterion].role] += float(weight)
        good, bad = weights["need"] + weights["aims"], weights["structures"] + weights["rights"]
        severity, likelihood = float(found.severity[place]), float(found.likelihood[place])
        risk, benefit = float(found.risk[place]), float(found.benefit[place])
        return (
            self.tr("risk = severity × (θ + (1 − θ) × likelihood)"),
            f"= {figure(severity)} × ({figure(theta)} + {figure(1 - theta)} × {figure(likelihood)})",
            f"= {figure(risk, 3)}",
            self.tr("value = w⁺ × benefit + w⁻ × (1 − risk)"),
            f"= {figure(good)} × {figure(benefit)} + {figure(bad)} × {figure(1 - risk)} = {score}",
        )

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

    def _reason_rows(self, results: Results, found: tuple[Reason, ...]) -> tuple[Rows, ...]:
        study = results.study
        chosen = [*found[:NAMED], *found[-NAMED:]] if len(found) > 2 * NAMED else list(found)
        rows = tuple(
            (
                f"{r.criterion} {escape(study.criterion(r.criterion).short)}",
                f"{'+' if r.effect >= 0 else ''}{figure(r.effect, 3)}",
            )
            for r in chosen
        )
        return (Rows(rows),)

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
