"""A window like ours with nothing behind it, as the reference for start-up; prints its milliseconds."""

from __future__ import annotations

import os
import sys
import time

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTableView,
    QTextBrowser,
    QToolBar,
)


class Window(QMainWindow):
    """A sidebar, a table of 24 rows, a text panel, a menu bar and a tool bar."""

    def __init__(self, started: float) -> None:
        super().__init__()
        self.started = started
        self.reported = False
        splitter = QSplitter(Qt.Orientation.Horizontal)
        sidebar = QListWidget()
        sidebar.addItems(["Overview", "Projects", "Criteria", "Screening", "Weights", "Ranking", "Report"])
        table = QTableView()
        table.setModel(self._model())
        pages = QStackedWidget()
        pages.addWidget(table)
        text = QTextBrowser()
        text.setPlainText("Why? " * 60)
        for part in (sidebar, pages, text):
            splitter.addWidget(part)
        self.setCentralWidget(splitter)
        for name in ("File", "Edit", "View", "Help"):
            self.menuBar().addMenu(name).addAction("Action")
        tools = QToolBar()
        for name in ("Open", "Undo", "Redo", "Export"):
            tools.addAction(name)
        self.addToolBar(tools)
        self.resize(1280, 720)
        table.viewport().installEventFilter(self)

    def _model(self) -> QStandardItemModel:
        model = QStandardItemModel(24, 16)
        values = np.random.default_rng(0).random((24, 16))
        for row in range(24):
            for column in range(16):
                model.setItem(row, column, QStandardItem(f"{values[row, column]:.3f}"))
        return model

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Report once the table has been painted."""
        if event.type() == QEvent.Type.Paint and not self.reported:
            self.reported = True
            QTimer.singleShot(0, self._report)
        return super().eventFilter(watched, event)

    def _report(self) -> None:
        sys.stdout.write(f"{(time.time() - self.started) * 1000:.0f}\n")
        sys.stdout.flush()
        QApplication.quit()


def main() -> int:
    """Show the window and leave after its first paint."""
    started = float(os.environ.get("PROPORTIO_STARTED", time.time()))
    app = QApplication(sys.argv[:1])
    window = Window(started)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
