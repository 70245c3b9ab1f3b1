"""Asks which cut-offs hold and which red lines are in force, and says what that would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from criteria.edits.screening import set_rules
from criteria.model.rules import RedLine
from criteria.model.study import Study
from criteria.screening.conditions import parse, thresholds_of
from criteria.screening.screen import screen
from criteria.template import four_premises
from desktop.app.words.states import StateWords
from desktop.look.look import Look
from desktop.widgets.buttons import link_button, primary_button, secondary_button
from desktop.widgets.fields import NumberField
from desktop.widgets.text import Text, caption


@dataclass(frozen=True)
class Rules:
    """Cut-offs and red lines in force, each by id."""

    thresholds: Mapping[str, float]
    active: Mapping[str, bool]


def rules_of(study: Study) -> Rules:
    """The rules of a study as they are."""
    return Rules(
        {threshold.id: threshold.value for threshold in study.thresholds},
        {line.id: line.active for line in study.red_lines},
    )


def template_rules(study: Study) -> Rules:
    """The rules as the template ships them, for what the study has; other lines and cut-offs stay."""
    template, now = four_premises(), rules_of(study)
    cutoffs = {known.id: known.value for known in template.thresholds if known.id in now.thresholds}
    lines = {known.id: known.active for known in template.red_lines if known.id in now.active}
    return Rules({**now.thresholds, **cutoffs}, {**now.active, **lines})


def changed_projects(study: Study, rules: Rules) -> tuple[str, ...]:
    """Ids of the projects whose result would become another one."""
    after = screen(set_rules(study, rules.thresholds, rules.active))
    pairs = zip(screen(study).projects, after.projects, strict=True)
    return tuple(old.project for old, new in pairs if old.screen != new.screen)


def lines_using(study: Study, threshold: str) -> tuple[RedLine, ...]:
    """The red lines whose conditions name a cut-off, in the order of the study."""
    return tuple(
        line
        for line in study.red_lines
        if any(threshold in thresholds_of(parse(text)) for text in (line.condition, line.exclude_if) if text)
    )


class ThresholdsDialog(QDialog):
    """Cut-offs at the left, red lines at the right, the effect in one sentence below."""

    def __init__(self, parent: QWidget | None, look: Look, study: Study) -> None:
        super().__init__(parent)
        self._look = look
        self._study = study
        self.setWindowTitle(self.tr("Thresholds and red lines"))
        self.fields: dict[str, NumberField] = {}
        self.switches: dict[str, QCheckBox] = {}
        #: Sentences of the fields whose figure cannot be taken.
        self._refused: dict[str, str] = {}
        self.effect = Text(look, "", "body")
        self.reset = link_button(look, self.tr("Back to the template's values"))
        self.accept_button = primary_button(look, self.tr("Apply"))
        self.cancel_button = secondary_button(look, self.tr("Cancel"))
        self._build()
        self.show_rules(rules_of(study))
        self.reset.clicked.connect(self._reset)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)

    def _build(self) -> None:
        metrics = self._look.metrics
        column = QVBoxLayout(self)
        side = metrics.space("xl")
        column.setContentsMargins(side, metrics.space("l"), side, metrics.space("l"))
        column.setSpacing(metrics.space("m"))
        column.addWidget(Text(self._look, self.tr("Thresholds and red lines"), "title"))
        column.addWidget(
            caption(
                self._look,
                self.tr("A cut-off is the figure at which the red lines named below it begin to apply."),
            )
        )
        parts = QHBoxLayout()
        parts.setSpacing(metrics.space("xl"))
        parts.addWidget(self._scrolled(self._build_cutoffs()), 1)
        parts.addWidget(self._scrolled(self._build_lines()), 1)
        column.addLayout(parts, 1)
        column.addWidget(self.effect)
        acts = QHBoxLayout()
        acts.setSpacing(metrics.space("s"))
        acts.addWidget(self.reset)
        acts.addStretch(1)
        acts.addWidget(self.cancel_button)
        acts.addWidget(self.accept_button)
        column.addLayout(acts)
        self.resize(metrics.units(128), metrics.units(76))

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        return area

    def _build_cutoffs(self) -> QWidget:
        look = self._look
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, look.metrics.space("m"), 0)
        grid.setHorizontalSpacing(look.metrics.space("m"))
        grid.setVerticalSpacing(look.metrics.space("s"))
        grid.addWidget(Text(look, self.tr("Cut-offs"), "head"), 0, 0)
        grid.addWidget(caption(look, self.tr("Figure")), 0, 1, Qt.AlignmentFlag.AlignBottom)
        for row, threshold in enumerate(self._study.thresholds, 1):
            criterion = self._study.criterion(threshold.field)
            decimals = max(criterion.decimals, 2 if criterion.maximum <= 1 else 0)
            field = NumberField(look, threshold.name, decimals, criterion.minimum, criterion.maximum)
            field.value_committed.connect(self._show_effect)
            field.refused.connect(partial(self._refuse, threshold.id))
            self.fields[threshold.id] = field
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Text(look, f"{threshold.name} ({criterion.id})", "body"))
            span = f"{criterion.minimum:g}–{criterion.maximum:,.10g}"
            words.addWidget(caption(look, f"{threshold.note}; {span}"))
            words.addWidget(caption(look, self._users(threshold.id)))
            grid.addLayout(words, row, 0)
            field.setFixedWidth(look.metrics.units(9))
            grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(self._study.thresholds) + 1, 1)
        return holder

    def _users(self, threshold: str) -> str:
        """The red lines that a cut-off steers, by name."""
        lines = lines_using(self._study, threshold)
        if not lines:
            return self.tr("Used by no red line")
        return self.tr("Used by {lines}").format(lines=", ".join(f"{x.id} {x.short}" for x in lines))

    def _build_lines(self) -> QWidget:
        look, states = self._look, StateWords()
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, look.metrics.space("m"), 0)
        grid.setHorizontalSpacing(look.metrics.space("m"))
        grid.setVerticalSpacing(look.metrics.space("s"))
        grid.addWidget(Text(look, self.tr("Red lines in force"), "head"), 0, 0, 1, 2)
        for row, line in enumerate(self._study.red_lines, 1):
            switch = QCheckBox(f"{line.id} {line.short}")
            switch.setToolTip(line.name)
            switch.toggled.connect(self._show_effect)
            self.switches[line.id] = switch
            grid.addWidget(switch, row, 0)
            grid.addWidget(caption(look, states.of_effect(line.effect)), row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(self._study.red_lines) + 1, 1)
        return holder

    @property
    def rules(self) -> Rules:
        """The rules as set now; an empty field keeps the study's figure."""
        kept = {threshold.id: threshold.value for threshold in self._study.thresholds}
        found = {key: field.value for key, field in self.fields.items()}
        cutoffs = {key: kept[key] if value is None else value for key, value in found.items()}
        return Rules(cutoffs, {key: switch.isChecked() for key, switch in self.switches.items()})

    def show_rules(self, rules: Rules) -> None:
        """Puts rules into the fields."""
        for key, value in rules.thresholds.items():
            with QSignalBlocker(self.fields[key]):
                self.fields[key].set_value(value)
        self._refused.clear()
        for key, is_active in rules.active.items():
            with QSignalBlocker(self.switches[key]):
                self.switches[key].setChecked(is_active)
        self._show_effect()

    def _reset(self) -> None:
        self.show_rules(template_rules(self._study))

    def _refuse(self, threshold: str, sentence: str) -> None:
        if sentence:
            self._refused[threshold] = sentence
        else:
            self._refused.pop(threshold, None)
        self._show_effect()

    def _show_effect(self, *_value: object) -> None:
        rules = self.rules
        if self._refused:
            self.effect.set_colour("danger")
            self.effect.set_text(next(iter(self._refused.values())))
            self.accept_button.setEnabled(False)
            return
        self.effect.set_colour("text")
        moved = changed_projects(self._study, rules)
        if rules == rules_of(self._study):
            text = self.tr("Nothing is changed.")
        elif not moved:
            text = self.tr("No project would get another result.")
        elif len(moved) == 1:
            text = self.tr("1 project would get another result: {ids}.").format(ids=moved[0])
        else:
            ids = ", ".join(moved[:12]) + (", …" if len(moved) > 12 else "")
            text = self.tr("{count} projects would get another result: {ids}.").format(
                count=len(moved), ids=ids
            )
        self.effect.set_text(text)
        self.accept_button.setEnabled(rules != rules_of(self._study))

    @staticmethod
    def ask(parent: QWidget | None, look: Look, study: Study) -> Rules | None:
        """The rules a person chooses, None where that person thinks better of it."""
        dialog = ThresholdsDialog(parent, look, study)
        try:
            return dialog.rules if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()
