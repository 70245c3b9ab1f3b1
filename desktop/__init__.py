"""The Qt shell of Proportio: windows, pages, charts and documents over the decision in criteria."""
