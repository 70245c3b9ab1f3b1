"""The sentences of the import dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from criteria.files.project_table import ImportPreview
    from desktop.dialogs.import_choices import ImportChoices


class ImportWords(QObject):
    """What the dialog says of a table and of what was done."""

    def finding(self, preview: ImportPreview) -> str:
        """What the table holds and what it would change."""
        found = self.tr("{count} projects found").format(count=len(preview.projects))
        parts = [
            (len(preview.new), self.tr("{count} new")),
            (len(preview.updated), self.tr("{count} changed")),
            (len(preview.unchanged), self.tr("{count} as they were")),
        ]
        told = ", ".join(text.format(count=count) for count, text in parts if count)
        return f"{found}: {told}" if told else found

    def obstacle(self, preview: ImportPreview) -> str:
        """Why nothing can be taken over yet, empty where it can."""
        count = len(preview.errors)
        if count:
            one = self.tr("1 error must be settled first.")
            return one if count == 1 else self.tr("{count} errors must be settled first.").format(count=count)
        return "" if preview.projects else self.tr("There is no project to take over.")

    def mode(self, mode: str, preview: ImportPreview, known: int) -> str:
        """What merging or replacing means for this table."""
        if mode == "merge":
            return self.tr("Projects with a known id are brought up to date; blank cells change nothing.")
        gone = known - len(preview.updated) - len(preview.unchanged)
        return self.tr(
            "All {known} projects of the study give way; {gone} of them are not in the table."
        ).format(known=known, gone=gone)

    def done(self, preview: ImportPreview, mode: str) -> str:
        """What was done, for the notice."""
        name = preview.file.path.name
        if mode == "replace":
            text = self.tr("{count} projects from {name} stand in place of the old ones.")
            return text.format(count=len(preview.projects), name=name)
        text = self.tr("Imported from {name}: {new} new, {changed} changed.")
        return text.format(name=name, new=len(preview.new), changed=len(preview.updated))

    def checks(self, preview: ImportPreview) -> str:
        """How many problems of each kind were found."""
        kinds = (
            ("error", self.tr("1 error"), self.tr("{count} errors")),
            ("warning", self.tr("1 warning"), self.tr("{count} warnings")),
            ("note", self.tr("1 note"), self.tr("{count} notes")),
        )
        parts = []
        for severity, one, many in kinds:
            count = sum(problem.severity == severity for problem in preview.problems)
            if count:
                parts.append(one if count == 1 else many.format(count=count))
        return self.tr("Checks ({found})").format(found=", ".join(parts) or self.tr("all well"))

    def decided(self, choices: ImportChoices) -> str:
        """What was left out or accepted, empty where nothing was."""
        parts = []
        if choices.skip_rows:
            rows = ", ".join(str(row + 1) for row in sorted(choices.skip_rows))
            parts.append(self.tr("left out: row {rows}").format(rows=rows))
        if choices.accept:
            parts.append(self.tr("accepted as written: {count} kinds").format(count=len(choices.accept)))
        return "; ".join(parts)
