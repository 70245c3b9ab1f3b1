"""Which tab belongs to which way to weigh; views are imported when they are first opened."""

from __future__ import annotations

from criteria.model.people import WeightMethod
from desktop.app.context import Context
from desktop.pages.weights.acts import WeightActs
from desktop.pages.weights.method_tab import MethodTab
from desktop.pages.weights.selection import Selection


def made_tab(method: WeightMethod, context: Context, selection: Selection, acts: WeightActs) -> MethodTab:
    """The tab of a method other than comparing in pairs."""
    if method == "rank_order":
        from desktop.pages.weights.order_tab import OrderTab

        return OrderTab(context, selection, acts)
    if method == "best_worst":
        from desktop.pages.weights.best_worst_tab import BestWorstTab

        return BestWorstTab(context, selection, acts)
    from desktop.pages.weights.figures_tab import FiguresTab

    return FiguresTab(context, selection, acts, method)
