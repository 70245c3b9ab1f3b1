"""What is weighed or ordered together: the items under each premise, or all criteria at once."""

from __future__ import annotations

from desktop.look.look import Look
from desktop.widgets.segments import Segments


class LayoutChoice(Segments):
    """The two ways side by side; `bias` tells, at either, what the choice does to the weights."""

    def __init__(self, look: Look, name: str, bias: str) -> None:
        super().__init__(look, name)
        options = (("hierarchy", self.tr("By premise")), ("flat", self.tr("All criteria at once")))
        self.set_options(options)
        for key, _ in options:
            self.button(key).setToolTip(bias)
