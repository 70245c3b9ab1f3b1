"""The form in the drawer: evidence behind one score, every profile field, safeguards to offer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget

from criteria.countries import find_country
from criteria.files.typed_cells import cell_text
from criteria.model.fields import FIELDS, profile_field
from criteria.problem_words import message
from criteria.problems import find_problems
from criteria.screening.safeguards import cost_percent
from desktop.app.veil import is_hidden
from desktop.app.words.numbers import short_figure
from desktop.pages.projects.edit_tasks import TaskWords
from desktop.pages.projects.form_fields import FieldMaker, FormField, SafeguardCheck
from desktop.pages.projects.rule_readers import ReaderWords
from desktop.pages.projects.tag_list import TagList
from desktop.widgets.fields import LabelledField, text_field
from desktop.widgets.text import Rule, Text

if TYPE_CHECKING:
    from criteria.model.projects import Project
    from criteria.model.rules import Safeguard
    from criteria.model.study import Study
    from desktop.look.look import Look

#: Fields in the order of the form: what the project is, then what it is about, then its country.
_FIRST = ("title", "country", "iso3")
_ORDER = (
    *_FIRST, "budget_eur", "duration_months", "mode", "pillar", "sector", "sdg_targets",
    "technology", "technology_tags", "end_user_type", "biometric_mode", "less_intrusive_alternative",
    "end_user_known_violation", "rationale", "note", "oda_recipient", "ldc", "income_group", "freedom_status",
    "freedom_total", "rule_of_law", "ai_readiness",
)  # fmt: skip
_EVIDENCE = ("source", "year", "note")


class DetailsForm(QWidget):
    """Shows one project for editing; every change is asked for by a signal and shown again from the study."""

    #: Project, attribute and text of a profile field.
    profile_typed = Signal(str, str, str)
    #: Project, criterion, then source, year and note as typed.
    evidence_typed = Signal(str, str, str, str, str)
    #: Project and the ids of all safeguards it shall offer.
    safeguards_chosen = Signal(str, tuple)
    #: The criterion whose evidence is wanted.
    criterion_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._project = ""
        self._wanted: FormField | None = None
        self._criteria = QComboBox()
        self._criteria.setAccessibleName(self.tr("Criterion"))
        self._criteria.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        maker = FieldMaker(look)
        self.evidence = self._make_evidence(maker)
        known = {field.attribute: field for field in FIELDS}
        self.fields: dict[str, FormField] = {key: maker.make(known[key]) for key in _ORDER}
        self.tags = TagList(look)
        self._tasks, self._readers = TaskWords(), ReaderWords()
        self.checks: dict[str, SafeguardCheck] = {}
        self.cost = Text(look, "", "small", "text_muted", wraps=False)
        self._safeguards = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._build()
        self._wire()

    def _make_evidence(self, maker: FieldMaker) -> dict[str, FormField]:
        look = self._look
        names = (self.tr("Source"), self.tr("Year"), self.tr("Note"))
        editors = (text_field(look, names[0]), text_field(look, names[1]), maker.area(names[2], 3))
        rows = zip(_EVIDENCE, names, editors, strict=True)
        return {key: FormField(look, name, editor) for key, name, editor in rows}

    def _build(self) -> None:
        metrics = self._look.metrics
        self._column.setContentsMargins(0, 0, metrics.space("xs"), metrics.space("l"))
        self._column.setSpacing(metrics.space("m"))
        about_country = _ORDER.index("oda_recipient")
        for key in _FIRST:
            self._add_field(key)
        self._add_head(self.tr("Profile"))
        for key in _ORDER[len(_FIRST) : about_country]:
            self._add_field(key)
        self._add_head(self.tr("Safeguards offered"))
        self._column.addWidget(self.cost)
        self._safeguards.setSpacing(metrics.space("s"))
        self._column.addLayout(self._safeguards)
        self._add_head(self.tr("About the country"))
        for key in _ORDER[about_country:]:
            self._add_field(key)
        self._add_head(self.tr("Evidence behind a score"))
        self._column.addWidget(LabelledField(self._look, self.tr("Criterion"), self._criteria))
        for field in self.evidence.values():
            self._column.addWidget(field.widget)

    def _add_field(self, key: str) -> None:
        field = self.fields[key]
        self._column.addWidget(field.widget)
        if key == "technology_tags":
            self._column.addWidget(self.tags)
        self._column.addWidget(field.remark)

    def _add_head(self, text: str) -> None:
        self._column.addWidget(Rule(self._look))
        self._column.addWidget(Text(self._look, text, "head"))

    def _wire(self) -> None:
        self._criteria.activated.connect(self._choose_criterion)
        for field in self.evidence.values():
            field.committed.connect(self._type_evidence)
        for key, field in self.fields.items():
            field.committed.connect(partial(self._type_profile, key))
        self.tags.chosen.connect(self.fields["technology_tags"].take)

    def show_project(self, study: Study, project: Project, column: str) -> None:
        """Brings every field in line with a project; `column` chooses the criterion where it is one."""
        is_other = project.id != self._project
        self._project = project.id
        self._show_criteria(study, column)
        self._show_evidence(project)
        for key, field in self.fields.items():
            if is_other:
                field.widget.clear_error()
            field.show_text(cell_text(study, project, key))
            field.widget.setEnabled(not is_hidden(study, key))
        tags = profile_field("technology_tags")
        self.tags.show_entries(
            self._tasks.word_options(study, tags), cell_text(study, project, tags.attribute)
        )
        self._show_remarks(study, project)
        self._show_safeguards(study, project)

    def _show_remarks(self, study: Study, project: Project) -> None:
        told: dict[str, list[str]] = {}
        for problem in find_problems(study):
            kind, *place = problem.where
            if kind == "project" and len(place) == 2 and place[0] == project.id:
                told.setdefault(place[1], []).append(message(problem, study))
        code = find_country(project.country) if not project.iso3 else None
        if code is not None:
            told.setdefault("iso3", []).append(
                self.tr("The code of {country} is {code}.").format(country=project.country, code=code)
            )
        for key, field in self.fields.items():
            words = " ".join(told.get(key, ())).removeprefix(f"Project {project.id}: ")
            field.show_remark("" if is_hidden(study, key) else words[:1].upper() + words[1:])

    def _show_criteria(self, study: Study, column: str) -> None:
        names = [(c.id, f"{c.id} {c.name}") for c in study.active_criteria]
        shown = [
            (self._criteria.itemData(i), self._criteria.itemText(i)) for i in range(self._criteria.count())
        ]
        blocker = QSignalBlocker(self._criteria)
        if names != shown:
            self._criteria.clear()
            for key, name in names:
                self._criteria.addItem(name, key)
        place = self._criteria.findData(column)
        if place >= 0:
            self._criteria.setCurrentIndex(place)
        blocker.unblock()

    @property
    def criterion(self) -> str:
        """The criterion whose evidence is shown, empty where the study has none."""
        return str(self._criteria.currentData() or "")

    def _show_evidence(self, project: Project) -> None:
        evidence = project.score(self.criterion).evidence
        year = "" if evidence.year is None else str(evidence.year)
        for key, text in zip(_EVIDENCE, (evidence.source, year, evidence.note), strict=True):
            self.evidence[key].show_text(text)

    def _show_safeguards(self, study: Study, project: Project) -> None:
        if list(self.checks) != [safeguard.id for safeguard in study.safeguards]:
            for check in self.checks.values():
                self._safeguards.removeWidget(check)
                check.deleteLater()
            self.checks = {s.id: self._check(study, s) for s in study.safeguards}
            for check in self.checks.values():
                check.toggled.connect(self._toggle)
                self._safeguards.addWidget(check)
        for key, check in self.checks.items():
            check.set_checked(key in project.safeguards)
        share = short_figure(cost_percent(study, project.safeguards))
        self.cost.set_text(self.tr("Together they add {share}\u00a0% of the budget.").format(share=share))

    def _check(self, study: Study, safeguard: Safeguard) -> SafeguardCheck:
        return SafeguardCheck(self._look, safeguard, self._readers.of_safeguard(study, safeguard.id))

    def refuse(self, key: str, sentence: str) -> None:
        """Shows why the text of a field was not taken; `key` is an attribute or a part of the evidence."""
        if key in self.fields:
            self.fields[key].refuse(sentence)
        elif key in self.evidence:
            self.evidence[key].refuse(sentence)

    def focus_on(self, key: str) -> None:
        """Puts the cursor into a field and scrolls to it; an empty key is the source of the evidence."""
        self._wanted = self.fields.get(key) or self.evidence["source"]
        self._wanted.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll_to_wanted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wanted is not None:
            # A form that was just made has found its height, its fields get their places next.
            QTimer.singleShot(0, self, self._scroll_to_wanted)

    def _scroll_to_wanted(self) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None and self._wanted is not None and self._wanted.editor.hasFocus():
            parent.ensureWidgetVisible(self._wanted.widget)

    def commit(self) -> None:
        """Takes what stands in the field that has the keyboard."""
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus():
            focused.clearFocus()

    def _choose_criterion(self, _place: int) -> None:
        self.criterion_chosen.emit(self.criterion)

    def _type_profile(self, key: str, text: str) -> None:
        self.profile_typed.emit(self._project, key, text)

    def _type_evidence(self, _text: str) -> None:
        source, year, note = (self.evidence[key].text for key in _EVIDENCE)
        self.evidence_typed.emit(self._project, self.criterion, source, year, note)

    def _toggle(self, key: str, is_on: bool) -> None:
        chosen = tuple(
            k for k, check in self.checks.items() if (is_on if k == key else check.box.isChecked())
        )
        self.safeguards_chosen.emit(self._project, chosen)
