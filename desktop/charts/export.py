"""A chart as a file or a picture on the clipboard: always in the light theme on white, as on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.charts.drawing import Canvas
from desktop.look.pencil import LEFT
from desktop.look.theme import load_theme
from desktop.look.wrapping import wrap_text

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.charts.drawing import Paint
    from desktop.look.metrics import Metrics

_DPI: Final = 96.0  # logical pixels of the charts per inch


@dataclass(frozen=True)
class Figure:
    """A chart ready for a file: its painter, its data, its size in pixels, and the words around it."""

    paint: Paint
    data: Any
    width: float
    height: float
    title: str = ""
    caption: str = ""


def figure_size(figure: Figure, metrics: Metrics) -> QSize:
    """Width and height of the whole picture, title, caption and margin included."""
    margin = metrics.space("l")
    top = len(_title_lines(figure, metrics)) * metrics.line("head") + (
        metrics.space("m") if figure.title else 0
    )
    foot = len(_caption_lines(figure, metrics)) * metrics.line("small") + (
        metrics.space("s") if figure.caption else 0
    )
    return QSize(round(figure.width) + 2 * margin, round(figure.height + top + foot) + 2 * margin)


def paint_figure(painter: QPainter, figure: Figure, metrics: Metrics) -> None:
    """Title, chart and caption from the painter's origin, in the light theme."""
    theme, margin = load_theme("light"), metrics.space("l")
    canvas = Canvas(painter, theme, metrics)
    y = float(margin)
    for line in _title_lines(figure, metrics):
        canvas.text(QRectF(margin, y, figure.width, metrics.line("head")), line, "head", "text", LEFT)
        y += metrics.line("head")
    y += metrics.space("m") if figure.title else 0
    figure.paint(painter, QRectF(margin, y, figure.width, figure.height), figure.data, theme, metrics)
    y += figure.height + metrics.space("s")
    for line in _caption_lines(figure, metrics):
        canvas.text(QRectF(margin, y, figure.width, metrics.line("small")), line, "small", "text_muted", LEFT)
        y += metrics.line("small")


def render_image(figure: Figure, metrics: Metrics, scale: float = 2.0) -> QImage:
    """The picture with `scale` pixels for each logical pixel, on white."""
    size = figure_size(figure, metrics)
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_DPI * scale / 0.0254))
    image.setDotsPerMeterY(round(_DPI * scale / 0.0254))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_figure(painter, figure, metrics)
    painter.end()
    return image


def save_figure(figure: Figure, path: Path, metrics: Metrics, kind: str) -> None:
    """Writes the picture as "png", "svg" or "pdf"; OSError when the file cannot be written."""
    {"png": save_png, "svg": save_svg, "pdf": save_pdf}[kind](figure, path, metrics)


def save_png(figure: Figure, path: Path, metrics: Metrics, scale: float = 2.0) -> None:
    """Writes a PNG; OSError when the file cannot be written."""
    if not render_image(figure, metrics, scale).save(str(path), "PNG"):  # type: ignore[call-overload]
        raise OSError(f"The picture could not be written to {path}.")


def save_svg(figure: Figure, path: Path, metrics: Metrics) -> None:
    """Writes an SVG with its text as text; OSError when the file cannot be written."""
    from PySide6.QtSvg import QSvgGenerator

    size = figure_size(figure, metrics)
    writer = QSvgGenerator()
    writer.setFileName(str(path))
    writer.setSize(size)
    writer.setViewBox(QRectF(0, 0, size.width(), size.height()))
    writer.setResolution(round(_DPI))
    writer.setTitle(figure.title)
    writer.setDescription(getattr(figure.data, "summary", ""))
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"The picture could not be written to {path}.")
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), Qt.GlobalColor.white)
    paint_figure(painter, figure, metrics)
    painter.end()


def save_pdf(figure: Figure, path: Path, metrics: Metrics) -> None:
    """Writes a one-page PDF of the picture's own size; OSError when the file cannot be written."""
    size = figure_size(figure, metrics)
    writer = QPdfWriter(str(path))
    points = QSizeF(size.width(), size.height()) * (72 / _DPI)
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(figure.title)
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"The picture could not be written to {path}.")
    factor = writer.resolution() / _DPI
    painter.scale(factor, factor)
    paint_figure(painter, figure, metrics)
    painter.end()


def _title_lines(figure: Figure, metrics: Metrics) -> list[str]:
    return wrap_text(figure.title, figure.width, "head", metrics, 3) if figure.title else []


def _caption_lines(figure: Figure, metrics: Metrics) -> list[str]:
    return wrap_text(figure.caption, figure.width, "small", metrics, 4) if figure.caption else []
