"""The drawer beside the table: what there is to know of the project in hand, or a form to edit it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from criteria.edits.scores import set_evidence
from criteria.edits.screening import set_safeguards
from criteria.errors import ProportioError, StudyError
from criteria.files.typed_cells import set_texts
from criteria.model.projects import Evidence
from desktop.pages.projects.details_form import DetailsForm
from desktop.pages.projects.label_words import LabelWords
from desktop.pages.projects.project_panel import PanelWords
from desktop.widgets.buttons import secondary_button
from desktop.widgets.panel_parts import PanelContent, Section, Widget
from desktop.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from criteria.model.study import Study
    from desktop.app.context import Context

_FOLD = "projects-panel"


class ProjectDrawer(SidePanel):
    """Explains the project one stands on; "Edit details" turns it into a form and back."""

    #: The criterion whose cell is wanted.
    column_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "")
        self.setAccessibleName(self.tr("The project in hand"))
        self._context = context
        self._labels = LabelWords()
        self._words = PanelWords(context.look, self.column_asked.emit)
        self._project = ""
        self._standing = ""
        self.form: DetailsForm | None = None
        self._is_editing = False
        #: Folded for want of room, not by choice.
        self._gave_way = False
        self._edit = secondary_button(context.look, self.tr("Edit"))
        self._screening = secondary_button(context.look, self.tr("Screening"))
        self._ranking = secondary_button(context.look, self.tr("Ranking"))
        for button in (self._edit, self._screening, self._ranking):
            self.add_action(button)
        self._edit.clicked.connect(self.toggle_form)
        self._screening.clicked.connect(self._go_to_screening)
        self._ranking.clicked.connect(self._go_to_ranking)
        self.link_activated.connect(self._follow)
        self.set_folded(_FOLD in context.settings.value.folded)
        self.fold_changed.connect(self._keep_fold)

    @property
    def is_editing(self) -> bool:
        """Whether the form is on show."""
        return self._is_editing

    @property
    def kicker(self) -> str:
        """Where the project on show is found: its id and country."""
        return self._content.kicker if self._content is not None else ""

    def show_project(self, study: Study, project_id: str, column: str) -> None:
        """Shows a project while one stands in a column; an empty id is no project."""
        if project_id != self._project and self.form is not None:
            self.form.commit()
        self._project, self._standing = project_id, column
        for button in (self._edit, self._screening, self._ranking):
            button.setEnabled(bool(project_id))
        if self.is_folded:
            return  # built when the drawer is opened
        if not project_id:
            self._leave_form()
            self.show_content(self._words.nothing())
        elif self._is_editing:
            self._show_form(study)
        else:
            self.show_content(self._words.content(study, study.project(project_id), column))

    def give_way(self, is_tight: bool) -> None:
        """Folds where the room is too narrow for table and drawer, and opens again when there is room."""
        if is_tight == self.is_folded or (not is_tight and not self._gave_way):
            return
        self._gave_way = True  # so that the choice of this person is left as it is
        self.set_folded(is_tight)
        self._gave_way = is_tight

    def edit_field(self, key: str) -> None:
        """Opens the form at a profile field, or at the evidence of the column one stands in."""
        if not self._project:
            return
        self.set_folded(False)
        self._is_editing = True
        self._edit.setText(self.tr("Done"))
        self._show_form(self._context.store.shown)
        if self.form is not None:
            self.form.focus_on(key)

    def toggle_form(self) -> None:
        """From the explanation to the form and back."""
        if not self._is_editing:
            self.edit_field("title")
            return
        if self.form is not None:
            self.form.commit()
        self._leave_form()
        self.show_project(self._context.store.shown, self._project, self._standing)

    def commit(self) -> None:
        """Takes what is being typed in the form."""
        if self.form is not None:
            self.form.commit()

    def _leave_form(self) -> None:
        self.form = None
        self._is_editing = False
        self._edit.setText(self.tr("Edit"))

    def _show_form(self, study: Study) -> None:
        # The heading is the id alone: a form is not built anew while its title is typed.
        heading = self.tr("Details of {id}").format(id=self._project)
        content = PanelContent(self.tr("Project"), heading, (Section("", (Widget(self._make_form),)),))
        self.show_content(content)
        if self.form is not None:
            self.form.show_project(study, study.project(self._project), self._standing)

    def _make_form(self) -> QWidget:
        form = DetailsForm(self._context.look)
        form.profile_typed.connect(self._write_profile)
        form.evidence_typed.connect(self._write_evidence)
        form.safeguards_chosen.connect(self._write_safeguards)
        form.criterion_chosen.connect(self.column_asked)
        self.form = form
        return form

    def _write_profile(self, project_id: str, key: str, text: str) -> None:
        label = self._labels.label(self._context.store.study, project_id, key)
        self._try(key, label, partial(set_texts, texts={(project_id, key): text}))

    def _write_evidence(self, project_id: str, criterion: str, source: str, year: str, note: str) -> None:
        label = self.tr("Evidence for {criterion} of {project}").format(
            criterion=criterion, project=project_id
        )
        try:
            evidence = Evidence(source.strip(), _year(year), note.strip())
        except StudyError as error:
            if self.form is not None:
                self.form.refuse("year", str(error))
            return
        self._try(
            "source",
            label,
            partial(set_evidence, project_id=project_id, criterion_id=criterion, evidence=evidence),
        )

    def _write_safeguards(self, project_id: str, chosen: tuple[str, ...]) -> None:
        label = self.tr("Safeguards of {project}").format(project=project_id)
        self._try("safeguards", label, partial(set_safeguards, project_id=project_id, safeguards=chosen))

    def _try(self, key: str, label: str, function: partial[Study]) -> None:
        try:
            self._context.store.edit_or_raise(label, function)
        except ProportioError as error:
            if self.form is not None:
                self.form.refuse(key, str(error))

    def _follow(self, target: str) -> None:
        kind, _, key = target.partition("/")
        if kind == "evidence":
            self.column_asked.emit(key)
            self.edit_field("")
        elif kind == "field" and any(c.id == key for c in self._context.store.study.criteria):
            self.column_asked.emit(key)
        elif kind == "field":
            self.edit_field(key)
        elif kind == "screening":
            self._go_to_screening()

    def _go_to_screening(self) -> None:
        self._context.navigator.go("screening", self._project)

    def _go_to_ranking(self) -> None:
        self._context.navigator.go("ranking", self._project)

    def _keep_fold(self, is_folded: bool) -> None:
        if not self._gave_way:
            others = tuple(key for key in self._context.settings.value.folded if key != _FOLD)
            self._context.settings.change(folded=(*others, _FOLD) if is_folded else others)
        self._gave_way = False
        self.show_project(self._context.store.shown, self._project, self._standing)


def _year(text: str) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdigit() or not 1900 <= int(text) <= 2100:
        raise StudyError(f"A year has four digits, for example 2024, not “{text.strip()}”.")
    return int(text)
