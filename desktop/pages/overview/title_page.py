"""The title page of a study: title, purpose, when and by whom it is decided, the envelope."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from criteria.edits.settings import set_settings, set_title_page
from criteria.errors import ProportioError
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.widgets.fields import LabelledField, NumberField, text_field
from desktop.widgets.text import head


class TitlePage(QWidget):
    """Five fields; each commits when it is left, as one undo step."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.space("s"))
        column.addWidget(head(look, self.tr("Title page")))
        self._fields: dict[str, tuple[QLineEdit, LabelledField]] = {}
        for name, label in (
            ("title", self.tr("Title")),
            ("purpose", self.tr("Purpose")),
            ("decision_date", self.tr("Decision on")),
            ("decides", self.tr("Who decides")),
        ):
            editor = text_field(look, label)
            field = LabelledField(look, label, editor)
            editor.editingFinished.connect(partial(self._commit, name))
            self._fields[name] = (editor, field)
            column.addWidget(field)
        self._envelope = NumberField(look, self.tr("Envelope"), decimals=2, lowest=0.0)
        self._envelope_field = LabelledField(look, self.tr("Envelope, EUR million"), self._envelope)
        self._envelope.value_committed.connect(self._commit_envelope)
        column.addWidget(self._envelope_field)

    def show_study(self, study: Study) -> None:
        """Shows the words of a study; a field with the focus keeps what is being typed."""
        for name, (editor, field) in self._fields.items():
            value = getattr(study, name)
            if editor.text() != value and not (editor.hasFocus() and editor.isModified()):
                editor.setText(value)
                editor.setCursorPosition(0)
                field.clear_error()
        budget = study.settings.budget_eur
        self._envelope.set_value(None if budget is None else budget / 1e6)

    def _commit(self, name: str) -> None:
        editor, field = self._fields[name]
        if editor.text().strip() == getattr(self._context.store.study, name):
            field.clear_error()
            return
        label = self.tr("change the title page")
        try:
            self._context.store.edit_or_raise(label, partial(_retitled, {name: editor.text()}))
        except ProportioError as error:
            field.set_error(str(error))
        else:
            editor.setModified(False)
            field.clear_error()

    def _commit_envelope(self, value: object) -> None:
        budget = float(value) * 1e6 if isinstance(value, int | float) else None
        if budget != self._context.store.study.settings.budget_eur:
            self._context.store.edit(self.tr("change the envelope"), partial(_with_budget, budget))


def _retitled(words: dict[str, str], study: Study) -> Study:
    return set_title_page(study, **words)


def _with_budget(budget: float | None, study: Study) -> Study:
    return set_settings(study, budget_eur=budget)
