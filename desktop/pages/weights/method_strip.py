"""The tabs of the weights room: one for each way to weigh, the one that counts marked, then the group."""

from __future__ import annotations

from criteria.model.people import WEIGHT_METHODS, WeightMethod
from desktop.look.look import Look
from desktop.pages.weights.weight_words import WeightWords
from desktop.widgets.tabs import TabStrip

#: The tab that shows everybody's weights at once.
GROUP_TAB = "group"


class MethodStrip(TabStrip):
    """A dot stands before the method whose answers count for the stakeholder in view."""

    def __init__(self, look: Look) -> None:
        words = WeightWords()
        self._names = {method: words.method(method) for method in WEIGHT_METHODS}
        super().__init__(look, "", tuple(self._names.items()))
        self.setAccessibleName(self.tr("Ways to weigh"))
        self.set_options((*self._names.items(), (GROUP_TAB, self.tr("Group result"))))

    @property
    def method(self) -> WeightMethod | None:
        """The method whose tab is open; None for the group result."""
        return next((method for method in WEIGHT_METHODS if method == self.current), None)

    def mark(self, counting: WeightMethod | None) -> None:
        """Marks the method that counts; None marks nothing."""
        for method, name in self._names.items():
            counts = method == counting
            text = self.tr("● {name}").format(name=name) if counts else name
            button = self.button(method)
            if button.text() != text:
                self.set_text(method, text)
                button.setAccessibleName(self.tr("{name}, counts").format(name=name) if counts else name)
                button.setToolTip(self.tr("These answers count for this stakeholder.") if counts else "")
