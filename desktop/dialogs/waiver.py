"""Asks for what a waiver needs: a reason, the person who answers for it, and the day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from criteria.model.projects import Project
from criteria.model.rules import RedLine, Waiver
from desktop.look.look import Look
from desktop.widgets.buttons import primary_button, secondary_button
from desktop.widgets.fields import LabelledField, area_field, text_field
from desktop.widgets.text import Text, caption


class WaiverDialog(QDialog):
    """One red line lifted for one project; it cannot be accepted without a reason and a name."""

    def __init__(self, parent: QWidget | None, look: Look, project: Project, line: RedLine) -> None:
        super().__init__(parent)
        self._look = look
        self._project = project
        self._line = line
        self.setWindowTitle(self.tr("Waive a red line"))
        self.reason = area_field(look, self.tr("Reason"))
        self.reason.setFixedHeight(6 * look.metrics.line("body"))
        self.person = text_field(look, self.tr("Name"))
        # Local time is meant: the day on which somebody answers for it.
        today = date.today()  # noqa: DTZ011
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(self.tr("Date"))
        self._reason_field = LabelledField(
            look, self.tr("Reason"), self.reason, self.tr("Why the line does not apply here; it is printed.")
        )
        self._person_field = LabelledField(look, self.tr("Name"), self.person, self.tr("Who answers for it."))
        self.accept_button = primary_button(look, self.tr("Waive"))
        self.cancel_button = secondary_button(look, self.tr("Cancel"))
        self._build()
        self.accept_button.clicked.connect(self._try_accept)
        self.cancel_button.clicked.connect(self.reject)
        self.reason.setFocus()

    def _build(self) -> None:
        look = self._look
        metrics = look.metrics
        column = QVBoxLayout(self)
        side = metrics.space("xl")
        column.setContentsMargins(side, metrics.space("l"), side, metrics.space("l"))
        column.setSpacing(metrics.space("m"))
        column.addWidget(caption(look, f"{self._project.id} × {self._line.id}"))
        column.addWidget(Text(look, self._line.name, "head"))
        sentence = self.tr(
            "The line will no longer count for “{project}”. It stays visible, crossed out, with what you "
            "write here, in every export."
        )
        column.addWidget(Text(look, sentence.format(project=self._project.title)))
        column.addWidget(self._reason_field)
        row = QHBoxLayout()
        row.setSpacing(metrics.space("l"))
        row.addWidget(self._person_field, 1)
        row.addWidget(LabelledField(look, self.tr("Date"), self.day), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        acts = QHBoxLayout()
        acts.setSpacing(metrics.space("s"))
        acts.addStretch(1)
        acts.addWidget(self.cancel_button)
        acts.addWidget(self.accept_button)
        column.addLayout(acts)
        width = metrics.units(60)
        self.setMinimumWidth(width)
        # Wrapped labels ask for too much height until their width is known.
        self.resize(width, column.totalHeightForWidth(width))

    def _try_accept(self) -> None:
        self._reason_field.clear_error()
        self._person_field.clear_error()
        if not self.reason.toPlainText().strip():
            self._reason_field.set_error(self.tr("Write why the line does not apply to this project."))
            self.reason.setFocus()
        elif not self.person.text().strip():
            self._person_field.set_error(self.tr("Write the name of the person who answers for it."))
            self.person.setFocus()
        else:
            self.accept()

    @property
    def waiver(self) -> Waiver:
        """The waiver as written now."""
        return Waiver(
            project=self._project.id,
            red_line=self._line.id,
            reason=self.reason.toPlainText().strip(),
            name=self.person.text().strip(),
            date=self.day.date().toString("yyyy-MM-dd"),
        )

    @staticmethod
    def ask(parent: QWidget | None, look: Look, project: Project, line: RedLine) -> Waiver | None:
        """The waiver a person writes, None where that person thinks better of it."""
        dialog = WaiverDialog(parent, look, project, line)
        try:
            return dialog.waiver if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()
