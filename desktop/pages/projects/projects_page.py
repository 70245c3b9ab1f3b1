"""The Projects room: a table like a spreadsheet, filters above it, the project in hand beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import cast

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QMenu, QStackedWidget

from criteria.model.study import Study
from criteria.screening.screen import screen
from desktop.app.context import Context
from desktop.pages.page import Page
from desktop.pages.projects.column_layout import ColumnLayout
from desktop.pages.projects.column_menu import ColumnMenu
from desktop.pages.projects.columns import PROFILE, ColumnWords
from desktop.pages.projects.filter_bar import FilterBar
from desktop.pages.projects.project_drawer import ProjectDrawer
from desktop.pages.projects.project_filter import ProjectFilter
from desktop.pages.projects.project_model import ProjectModel
from desktop.pages.projects.project_table import ProjectTable
from desktop.pages.projects.status_words import StatusWords
from desktop.pages.projects.table_acts import TableActs
from desktop.pages.projects.table_menu import TableMenu
from desktop.widgets.buttons import menu_button, primary_button, secondary_button
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.notice import Notice

#: Units across that the room needs with its drawer beside the table, and across and down at least.
_WITH_DRAWER = 100
_LEAST = (62, 36)


class ProjectsPage(Page):
    """Builds the table, the filters and the drawer and joins them."""

    key = "projects"
    can_be_blind = True
    depends_on = frozenset({
        "projects", "criteria", "premises", "red_lines", "thresholds", "safeguards", "waivers", "settings",
        "stakeholders", "fictional",
    })  # fmt: skip

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Projects"))
        self._words = StatusWords()
        #: The project and column one stood on last.
        self._place = ("", "")
        self._is_tight = False
        study = context.store.shown
        self.model = ProjectModel(study, self._write_quietly, self)
        self.rows = ProjectFilter(self.model, self)
        self.table = ProjectTable(context.look, self.model, self.rows, self._write)
        self.acts = TableActs(context, self.model, self.table)
        self.layout_of_columns = ColumnLayout(
            context.look, self.table, self.model, self.rows, context.settings
        )
        self.drawer = ProjectDrawer(context)
        self.filters = FilterBar(context.look)
        self.notice = Notice(context.look)
        self._build()
        self._wire()
        self._show_columns(study)

    def _build(self) -> None:
        look = self.context.look
        self._find = secondary_button(look, self.tr("Find or filter"), "search")
        self._menu = ColumnMenu(self.layout_of_columns)
        self._columns_button = menu_button(look, self.tr("Columns"), self._menu)
        self._import = secondary_button(look, self.tr("Import…"))
        self._add = primary_button(look, self.tr("Add project"))
        self._more = menu_button(look, self.tr("More"), self._fill_more(QMenu(self)))
        self._folding = (self._find, self._columns_button, self._import)
        for button in (*self._folding, self._more, self._add):
            self.header.add_action(button)
        cast("QLayout", self.layout()).setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.empty_state = EmptyState(
            look,
            "projects",
            self.tr(
                "The candidate projects belong here: what each one is, its score under every criterion, "
                "and where the score comes from."
            ),
            self.tr("Import a table…"),
            self.tr("Add a project by hand"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty_state)
        # Whichever of the two is hidden asks for no room.
        self._stack.setMinimumSize(look.metrics.units(30), look.metrics.units(12))
        self.filters.hide()
        self.set_notice(self.notice)
        self.set_notice(self.filters)
        self.add(self._stack, 1, bleeds=True)
        self.set_side_panel(self.drawer)
        self.table.setAccessibleName(self.tr("Projects"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _fill_more(self, menu: QMenu) -> QMenu:
        """The acts of the header in a menu, for large text in a small window."""
        menu.addAction(self._find.text()).triggered.connect(self.open_filters)
        self._menu.setTitle(self._columns_button.text())
        menu.addMenu(self._menu)
        menu.addAction(self._import.text()).triggered.connect(partial(self.context.navigator.run, "import"))
        return menu

    def minimumSizeHint(self) -> QSize:
        """What the room needs with its drawer folded and its acts in a menu."""
        units = self.context.look.metrics.units
        return super().minimumSizeHint().boundedTo(QSize(units(_LEAST[0]), units(_LEAST[1])))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Folds the drawer first and the acts of the header next, where the text is large for the window."""
        units, width = self.context.look.metrics.units, self.width()
        is_tight = width < units(_WITH_DRAWER)
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            self.drawer.give_way(is_tight)
        has_projects = bool(self.model.study.projects)
        left = width - (self.drawer.width() if has_projects else 0)
        is_short = left < self._room_for_buttons()
        for button in self._folding:
            button.setVisible(has_projects and not is_short)
        self._more.setVisible(has_projects and is_short)

    def _room_for_buttons(self) -> int:
        """The width at which the header shows its title and every button whole."""
        metrics, buttons = self.context.look.metrics, (*self._folding, self._add)
        gaps = 2 * metrics.space("xl") + metrics.space("l") + len(buttons) * metrics.space("s")
        title = round(metrics.width(self.header.title.plain_text, "title"))
        return title + gaps + sum(button.sizeHint().width() for button in buttons)

    def _wire(self) -> None:
        self.context.look.changed.connect(self._share_room)
        self.drawer.fold_changed.connect(self._share_room)
        self._find.clicked.connect(self.open_filters)
        self._import.clicked.connect(partial(self.context.navigator.run, "import"))
        self._add.clicked.connect(self.acts.add)
        self.empty_state.asked.connect(partial(self.context.navigator.run, "import"))
        self.empty_state.second_asked.connect(self.acts.add)
        self.table.act_asked.connect(self.act)
        self.table.moved.connect(self._follow_move)
        self.table.screening_asked.connect(partial(self.context.navigator.go, "screening"))
        self.table.delegate.details_asked.connect(self.drawer.edit_field)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.grouped_header.sort_asked.connect(self.sort)
        self.drawer.column_asked.connect(self._go_to_column)
        self.acts.refused.connect(self._show_refusal)
        self.acts.added.connect(self._title_new_project)
        self.filters.text_changed.connect(self._find_text)
        self.filters.screen_chosen.connect(self._filter_screen)
        self.filters.missing_chosen.connect(self._filter_missing)
        self.filters.left.connect(self._go_to_table)
        self.filters.closed.connect(self._go_to_table)

    def show_study(self, study: Study) -> None:
        """See Page."""
        before = self.model.study
        self.model.show_study(study)
        if before is not study and self._is_another(before, study):
            self._start_afresh()
        if (before.premises, before.criteria) != (study.premises, study.criteria):
            self._show_columns(study)
        elif before is not study:
            self._fit_changed(before, study)
        self._stand_again()
        self.header.set_statement(self._words.sentence(study))
        self._stack.setCurrentIndex(0 if study.projects else 1)
        for widget in (self._add, self.drawer):
            widget.setVisible(bool(study.projects))  # an empty room offers its first step alone
        self._share_room()
        self._show_counts()
        self._show_current()

    def _is_another(self, before: Study, study: Study) -> bool:
        """Whether the study was opened, and not edited: an edit leaves projects or criteria as they are."""
        history = self.context.store.history
        if not history.past and not history.future:
            return True
        old = {id(part) for part in (*before.projects, *before.criteria)}
        return not any(id(part) in old for part in (*study.projects, *study.criteria))

    def _start_afresh(self) -> None:
        """No filter, no order but the study's, the first project in hand."""
        self._place = ("", "")
        self.filters.clear()
        self.rows.refresh()
        self._sort_by("", Qt.SortOrder.AscendingOrder)
        if self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(0, 1))
            self.table.scrollToTop()

    def focus_on(self, place: str) -> None:
        """Stands on a project, or on one of its cells: "P11" or "P11/A2"."""
        project_id, _, column = place.partition("/")
        if self.model.row_of(project_id) < 0:
            return
        if project_id not in self.table.shown_projects():
            self.filters.put_away()
        if column:
            self.layout_of_columns.reveal(column)
        self.table.go_to(project_id, column)
        self.table.setFocus()

    def leave(self) -> None:
        """Takes what is being typed; a text that is refused is given up with its editor."""
        editor = self.table.open_editor()
        if editor is not None:
            editor.commit()
            self.table.give_up(editor)
        self.drawer.commit()

    def act(self, name: str) -> None:
        """Carries out an act of the table by its name."""
        if name == "find":
            self.open_filters()
        else:
            getattr(self.acts, name)()

    def open_filters(self) -> None:
        """Opens the line that finds and filters."""
        self.filters.open()

    def sort(self, key: str) -> None:
        """Sorts by a column, then the other way, then in the order of the study."""
        self.rows.cycle_sort(key)
        self._show_sort()

    def _show_sort(self) -> None:
        self.table.grouped_header.show_sort(self.rows.sort_key, self.rows.sort_order)
        self.layout_of_columns.fit_rows()

    def _write(self, texts: Mapping[tuple[str, str], str]) -> None:
        self.acts.write(texts)

    def _write_quietly(self, texts: Mapping[tuple[str, str], str]) -> bool:
        return self.acts.write_quietly(texts)

    def _show_columns(self, study: Study) -> None:
        groups = ColumnWords().groups(study)
        self.table.grouped_header.show_columns(self.model.columns, groups)
        self._menu.show_columns(self.model.columns, groups)
        self.layout_of_columns.fit()

    def _fit_changed(self, before: Study, study: Study) -> None:
        old = {project.id: project for project in before.projects}
        if len(old) != len(study.projects):
            self.layout_of_columns.fit_rows()
        for row, project in enumerate(study.projects):
            if old.get(project.id) is not project:
                self.layout_of_columns.grow(row)

    def _stand_again(self) -> None:
        """Keeps one's place: the same project while it is on show, or the first one."""
        project_id, column = self._place
        if self.table.current_project == project_id or not self.rows.rowCount():
            return
        if not self.table.go_to(project_id, column):
            self.table.setCurrentIndex(self.rows.index(0, 1))
            self._place = (project_id, column)  # the filter may let it come back

    def _follow_move(self) -> None:
        column = self.table.current_column
        if self.table.current_project and column is not None:
            self._place = (self.table.current_project, column.key)
        self._show_current()

    def _show_current(self) -> None:
        column = self.table.current_column
        key = column.key if column is not None and column.group != PROFILE else ""
        self.drawer.show_project(self.model.study, self.table.current_project, key)

    def _show_counts(self) -> None:
        study = self.model.study
        lacking = sum(any(p.score(c.id).value is None for c in study.active_criteria) for p in study.projects)
        self.filters.show_counts(screen(study), self.rows.rowCount(), len(study.projects), lacking)

    def _show_refusal(self, sentence: str) -> None:
        if sentence:
            self.notice.show_message(sentence, tone="danger")
        else:
            self.notice.dismiss()

    def _title_new_project(self, project_id: str) -> None:
        if project_id not in self.table.shown_projects():
            self.filters.put_away()
        if self.table.go_to(project_id, "title"):
            self.table.setFocus()
            self.table.edit(self.table.currentIndex())

    def _go_to_column(self, key: str) -> None:
        self.layout_of_columns.reveal(key)
        self.table.go_to(self.table.current_project, key)

    def _go_to_table(self) -> None:
        if not self.table.currentIndex().isValid() and self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(0, 1))
        self.table.setFocus()

    def _find_text(self, text: str) -> None:
        self.rows.set_needle(text)
        self._show_filtered()

    def _filter_screen(self, state: str) -> None:
        self.rows.set_screen(state)
        self._show_filtered()

    def _filter_missing(self, is_on: bool) -> None:
        self.rows.set_only_missing(is_on)
        self._show_filtered()

    def _show_filtered(self) -> None:
        self.layout_of_columns.fit_rows()
        self.table.viewport().update()
        self._stand_again()
        self._show_counts()
        self._show_current()

    def _open_menu(self, position: QPoint) -> None:
        self.build_menu().popup(self.table.viewport().mapToGlobal(position))

    def build_menu(self) -> TableMenu:
        """The menu of the table, for the cell one stands on."""
        menu = TableMenu(self, self.table.current_column)
        menu.act_asked.connect(self.act)
        menu.sort_asked.connect(self._sort_by)
        return menu

    def _sort_by(self, key: str, order: Qt.SortOrder) -> None:
        self.rows.sort_by(key, order)
        self._show_sort()
