"""Asks for a name, and for a reason, that stay on record."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.widgets.buttons import primary_button, secondary_button
from desktop.widgets.fields import LabelledField, area_field, text_field
from desktop.widgets.text import Text


class SignatureForm(QDialog):
    """A sentence, a name and, where it is asked for, a reason; it cannot be accepted without them."""

    def __init__(
        self, parent: QWidget | None, look: Look, text: str, accept: str, who: str, *, asks_reason: bool
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._asks_reason = asks_reason
        self.person = text_field(look, self.tr("Name"))
        self.person.setText(who)
        self.reason_area = area_field(look, self.tr("Reason"))
        self.reason_area.setFixedHeight(4 * look.metrics.line("body"))
        self.reason_area.setTabChangesFocus(True)
        self._person_field = LabelledField(look, self.tr("Name"), self.person, self.tr("Who answers for it."))
        self._reason_field = LabelledField(
            look, self.tr("Reason"), self.reason_area, self.tr("It is printed.")
        )
        self.accept_button = primary_button(look, accept)
        self.accept_button.setDefault(True)
        self.cancel_button = secondary_button(look, self.tr("Cancel"))
        self._build(text)
        self.accept_button.clicked.connect(self._try_accept)
        self.cancel_button.clicked.connect(self.reject)
        (self.reason_area if who and asks_reason else self.person).setFocus()

    def _build(self, text: str) -> None:
        metrics = self._look.metrics
        column = QVBoxLayout(self)
        side = metrics.space("xl")
        column.setContentsMargins(side, metrics.space("l"), side, metrics.space("l"))
        column.setSpacing(metrics.space("m"))
        column.addWidget(Text(self._look, text))
        column.addWidget(self._person_field)
        column.addWidget(self._reason_field)
        self._reason_field.setVisible(self._asks_reason)
        for field in (self._person_field, self._reason_field):
            field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
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

    @property
    def who(self) -> str:
        """The name as written."""
        return self.person.text().strip()

    @property
    def reason(self) -> str:
        """The reason as written."""
        return self.reason_area.toPlainText().strip() if self._asks_reason else ""

    def _try_accept(self) -> None:
        self._person_field.clear_error()
        self._reason_field.clear_error()
        if not self.who:
            self._person_field.set_error(self.tr("Write the name of the person who answers for it."))
            self.person.setFocus()
        elif self._asks_reason and not self.reason:
            self._reason_field.set_error(self.tr("Write why."))
            self.reason_area.setFocus()
        else:
            self.accept()
