"""Counts with their noun: one project, 24 projects."""

from __future__ import annotations

from PySide6.QtCore import QObject


class CountWords(QObject):
    """Nouns in singular and plural; a language with more forms translates both sentences."""

    def projects(self, count: int) -> str:
        """A number of projects."""
        return self.tr("1 project") if count == 1 else self.tr("{count} projects").format(count=count)

    def gaps(self, count: int) -> str:
        """A number of missing figures."""
        return self.tr("1 gap") if count == 1 else self.tr("{count} gaps").format(count=count)

    def problems(self, count: int) -> str:
        """A number of problems."""
        return self.tr("1 problem") if count == 1 else self.tr("{count} problems").format(count=count)
