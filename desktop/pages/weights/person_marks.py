"""The colours with which a stakeholder can be marked, none of which means a premise."""

from __future__ import annotations

from PySide6.QtCore import QObject

#: Names of the theme's colours, as a study keeps them.
MARKS = ("accent", "success", "attention", "danger")


class MarkWords(QObject):
    """What the marks are called: nobody has to tell colours apart."""

    def name(self, mark: str) -> str:
        """The name of a mark, or of having none."""
        names = {
            "accent": self.tr("Slate"),
            "success": self.tr("Teal"),
            "attention": self.tr("Ochre"),
            "danger": self.tr("Crimson"),
        }
        return names.get(mark, self.tr("No mark"))
