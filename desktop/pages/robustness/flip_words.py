"""The smallest changes in sentences: who takes whose place, if what changes from where to where."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.settings import GROUP
from criteria.model.study import Study
from criteria.robustness.flips.flip import Flip, FlipKind
from desktop.app.words.lists import ListWords
from desktop.app.words.methods import MethodWords
from desktop.app.words.numbers import figure, per_cent, short_figure
from desktop.app.words.reasons import ReasonWords
from desktop.charts.flip_list import Shape

_SHAPES: dict[FlipKind, Shape] = {
    "weight": "weight",
    "weights": "weight",
    "score": "figure",
    "threshold": "rule",
    "red_line": "rule",
    "safeguard": "project",
    "project": "project",
    "setting": "method",
    "method": "method",
    "stakeholder": "people",
    "voting_power": "people",
    "weights_of": "people",
}


class FlipWords(QObject):
    """Sentences, kinds and sizes of flips."""

    def __init__(self) -> None:
        super().__init__()
        self._lists, self._methods, self._reasons = ListWords(), MethodWords(), ReasonWords()

    def shape(self, kind: FlipKind) -> Shape:
        """The mark of a kind of change."""
        return _SHAPES[kind]

    def kind(self, kind: FlipKind) -> str:
        """A kind of change in a word or two."""
        return {
            "weight": self.tr("Weight"),
            "weights": self.tr("Weights"),
            "score": self.tr("Figure"),
            "threshold": self.tr("Cut-off"),
            "red_line": self.tr("Red line"),
            "safeguard": self.tr("Safeguard"),
            "project": self.tr("Project"),
            "setting": self.tr("Setting"),
            "method": self.tr("Method"),
            "stakeholder": self.tr("Stakeholder"),
            "voting_power": self.tr("Voting power"),
            "weights_of": self.tr("Whose weights"),
        }[kind]

    def family(self, shape: Shape) -> str:
        """Kinds of change under one mark, for a choice."""
        return {
            "weight": self.tr("Weights"),
            "figure": self.tr("Figures"),
            "rule": self.tr("Rules"),
            "project": self.tr("Projects"),
            "method": self.tr("Methods and settings"),
            "people": self.tr("People"),
        }[shape]

    def sentence(self, study: Study, flip: Flip) -> str:
        """Who takes whose place, and the change that does it."""
        return self.tr("{effect} {change}").format(
            effect=self._effect(flip), change=self._change(study, flip)
        )

    def certainty(self, flip: Flip) -> str:
        """Whether nothing smaller does it, or this is the smallest found."""
        return self.tr("exact") if flip.is_exact else self.tr("estimate")

    def certainty_meaning(self, flip: Flip) -> str:
        """What that means."""
        if flip.is_exact:
            return self.tr("Nothing smaller of this kind on this side does it.")
        return self.tr("The smallest that was found; a smaller one may exist.")

    def size(self, flip: Flip) -> str:
        """How large the change is, as per cent of what it could be."""
        return per_cent(flip.size, 1) if flip.size < 0.995 else per_cent(flip.size)

    def size_meaning(self, flip: Flip) -> str:
        """What the size is a share of."""
        return {
            "weight": self.tr("of all weight"),
            "weights": self.tr("of all weight moves"),
            "score": self.tr("of the criterion's scale"),
            "threshold": self.tr("of the scale"),
            "red_line": self.tr("of the red lines in force"),
            "safeguard": self.tr("of the safeguards"),
            "project": self.tr("of the projects that take part"),
            "setting": self.tr("of the way between choices"),
            "method": self.tr("of the way between methods"),
            "stakeholder": self.tr("of the voting power"),
            "voting_power": self.tr("of all voting power"),
            "weights_of": self.tr("of the voting power is no longer heard"),
        }[flip.kind]

    def _effect(self, flip: Flip) -> str:
        """Who takes whose place; verbs follow whether it is one or several."""
        entered, left = self._lists.joined(flip.entered), self._lists.joined(flip.left)
        is_one = len(flip.entered or flip.left) == 1
        if not flip.entered:
            text = self.tr("{left} leaves the first {k}") if is_one else self.tr("{left} leave the first {k}")
            if flip.k == 1:
                text = (
                    self.tr("{left} is no longer first") if is_one else self.tr("{left} are no longer first")
                )
        elif not flip.left:
            text = (
                self.tr("{entered} joins the first {k}")
                if is_one
                else self.tr("{entered} join the first {k}")
            )
        elif flip.k == 1:
            text = self.tr("{entered} overtakes {left}") if is_one else self.tr("{entered} overtake {left}")
        else:
            text = (
                self.tr("{entered} comes among the first {k} for {left}")
                if is_one
                else self.tr("{entered} come among the first {k} for {left}")
            )
        return text.format(entered=entered, left=left, k=flip.k)

    def _change(self, study: Study, flip: Flip) -> str:
        match flip.kind:
            case "weight" | "weights":
                return self._weight(study, flip)
            case "score" | "threshold":
                return self._figure(study, flip)
            case "setting" | "method":
                return self._method(flip)
            case "stakeholder" | "voting_power" | "weights_of":
                return self._person(study, flip)
            case _:
                return self._switch(study, flip)

    def _weight(self, study: Study, flip: Flip) -> str:
        if flip.kind == "weights":
            moves = [
                self.tr("{name} from {before} to {after}").format(
                    name=f"{move.criterion} {study.criterion(move.criterion).short}",
                    before=per_cent(move.before, 1),
                    after=per_cent(move.after, 1),
                )
                for move in flip.moves
            ]
            return self.tr("if weights move together: {moves}").format(moves=self._lists.joined(moves))
        before, after = float(flip.before or 0.0), float(flip.after or 0.0)
        decimals = 1 if abs(after - before) >= 0.002 else 2
        texts = per_cent(before, decimals), per_cent(after, decimals)
        name = study.name_of(flip.what[0])
        if texts[0] == texts[1]:
            return self._trace(self.tr("the weight of {name}").format(name=name), texts[0], before, after)
        text = (
            self.tr("if the weight of {name} rises from {before} to {after}")
            if after > before
            else self.tr("if the weight of {name} falls from {before} to {after}")
        )
        return text.format(name=name, before=texts[0], after=texts[1])

    def _trace(self, what: str, figure_now: str, before: float, after: float) -> str:
        """A change too small to be written as figures, as where two are level now."""
        text = (
            self.tr("if {what} were the least bit above {now}")
            if after > before
            else self.tr("if {what} were the least bit below {now}")
        )
        return text.format(what=what, now=figure_now)

    def _figure(self, study: Study, flip: Flip) -> str:
        before, after = float(flip.before or 0.0), float(flip.after or 0.0)
        if flip.kind == "threshold":
            return self.tr("if the cut-off “{name}” were {after} instead of {before}").format(
                name=study.threshold(flip.what[0]).name,
                after=short_figure(after),
                before=short_figure(before),
            )
        project, key = flip.what
        criterion = study.criterion(key)
        texts = tuple(self._reasons.figure_of(criterion, value) for value in (before, after))
        if texts[0] == texts[1]:
            what = self.tr("{name} of {project}").format(name=criterion.name, project=project)
            return self._trace(what, texts[0], before, after)
        return self.tr("if {name} of {project} were {after} instead of {before}").format(
            name=criterion.name, project=project, after=texts[1], before=texts[0]
        )

    def _switch(self, study: Study, flip: Flip) -> str:
        if flip.kind == "red_line":
            text = (
                self.tr("if the red line “{name}” were in force")
                if flip.after
                else self.tr("if the red line “{name}” were not in force")
            )
            return text.format(name=study.red_line(flip.what[0]).name)
        if flip.kind == "safeguard":
            project, safeguard = flip.what
            text = (
                self.tr("if {project} offered “{name}”")
                if flip.after
                else self.tr("if {project} no longer offered “{name}”")
            )
            return text.format(project=project, name=study.safeguard(safeguard).name)
        return self.tr("if {project} were not there").format(project=flip.what[0])

    def _method(self, flip: Flip) -> str:
        if flip.kind == "method":
            return self.tr("if projects were ranked by {method}").format(
                method=self._methods.name(flip.under)
            )
        name, after = flip.what[0], flip.after
        if name == "theta":
            return self.tr(
                "if good institutions kept {after} of a risk's severity instead of {before}"
            ).format(after=figure(float(after or 0.0), 2), before=figure(float(flip.before or 0.0), 2))
        return self.tr("with another choice: {choice}").format(choice=self._choice(name, str(after)))

    def _choice(self, name: str, value: str) -> str:
        choices = {
            "fixed": self.tr("TOPSIS on fixed scales"),
            "vector": self.tr("TOPSIS with vector normalisation"),
            "minmax": self.tr("TOPSIS between best and worst"),
            "ideal": self.tr("AHP in ideal mode"),
            "distributive": self.tr("AHP in distributive mode"),
            "ratings": self.tr("AHP by ratings"),
            "projects": self.tr("AHP by comparing projects"),
            "proposed": self.tr("scores as proposed"),
            "offered": self.tr("scores with the safeguards offered"),
            "required": self.tr("scores with all required safeguards"),
            "eigenvector": self.tr("weights by the eigenvector"),
            "geometric_mean": self.tr("weights by the geometric mean"),
            "least_squares": self.tr("open answers by least squares"),
            "harker": self.tr("open answers by Harker's way"),
            "lambda_max": self.tr("open answers by the smallest contradiction"),
            "priorities_geometric": self.tr("a group's weights by the geometric mean"),
            "priorities_arithmetic": self.tr("a group's weights by the arithmetic mean"),
            "judgements": self.tr("a group's judgements joined first"),
        }
        return choices.get(value, f"{name}: {value}")

    def _person(self, study: Study, flip: Flip) -> str:
        if flip.kind == "weights_of":
            if flip.after == GROUP:
                return self.tr("with the weights of all who answered")
            return self.tr("with the weights of {name} alone").format(
                name=study.stakeholder(str(flip.after)).name
            )
        name = study.stakeholder(flip.what[0]).name
        if flip.kind == "stakeholder":
            return self.tr("if {name} were not heard").format(name=name)
        before, after = float(flip.before or 0.0), float(flip.after or 0.0)
        text = (
            self.tr("if the share of votes of {name} rises from {before} to {after}")
            if after > before
            else self.tr("if the share of votes of {name} falls from {before} to {after}")
        )
        return text.format(name=name, before=per_cent(before, 1), after=per_cent(after, 1))
