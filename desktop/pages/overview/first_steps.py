"""What an empty study offers in place of results."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.widgets.buttons import secondary_button
from desktop.widgets.text import body


class FirstSteps(QWidget):
    """Two ways to the first project."""

    import_asked = Signal()
    add_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words = self.tr(
            "Results appear here as soon as there is a project: what is proposed, what it costs, who leads "
            "and how firm that is. Criteria, red lines and safeguards are ready; you can change each of them."
        )
        self.import_button = secondary_button(look, self.tr("Import a table…"), "import")
        self.add_button = secondary_button(look, self.tr("Add the first project"), "add")
        self.import_button.clicked.connect(self.import_asked)
        self.add_button.clicked.connect(self.add_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.metrics.space("s"))
        buttons.addWidget(self.import_button)
        buttons.addWidget(self.add_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.space("l"))
        column.addWidget(body(look, words))
        column.addLayout(buttons)
