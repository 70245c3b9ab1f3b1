"""The two pictures of the brief, by the painters that the window uses."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from criteria.ranking.results import Results
from desktop.app.money_picture import money_picture
from desktop.app.pictures import benefit_risk_picture
from desktop.charts import project_map, stacked_bar
from desktop.documents.paper import Paper


def money_bar(paper: Paper, results: Results) -> float:
    """Requested money by screening result; gives the height it took."""
    data = money_picture(results)
    height = stacked_bar.height(data, paper.metrics)
    frame = QRectF(paper.left, paper.y, paper.width, height)
    stacked_bar.paint(paper.painter, frame, data, paper.theme, paper.metrics)
    return height


def risk_map(paper: Paper, frame: QRectF, results: Results) -> None:
    """Benefit against risk, with arrows from the proposal to the safeguards offered."""
    metrics = paper.metrics
    title = benefit_risk_picture(results)
    head = QRectF(frame.left(), frame.top(), frame.width(), metrics.line("strong"))
    paper.canvas.text(head, title.summary, "strong")
    rest = frame.adjusted(0, metrics.line("strong") + metrics.space("xs"), 0, 0)
    project_map.paint(paper.painter, rest, title, paper.theme, metrics)
