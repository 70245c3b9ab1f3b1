"""The drawer: it explains the project one stands on, and edits what does not fit into a cell."""

from __future__ import annotations

from typing import Any

from criteria.files.example import example_study
from criteria.files.typed_cells import set_texts
from criteria.model.projects import Evidence
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.projects.panel_widgets import PaintedList
from desktop.pages.projects.projects_page import ProjectsPage
from desktop.widgets.text import Text
from tests.support.project_room import score, steps
from tests.support.windows import make_context, open_page


def gap_study() -> Study:
    return set_texts(example_study(), {("P11", "A2"): ""})


def test_that_the_drawer_tells_gaps_red_lines_and_evidence(qtbot: Any) -> None:
    page = open_page(qtbot, make_context(qtbot, gap_study()), ProjectsPage)
    page.focus_on("P11/A3")
    lists = page.drawer.findChildren(PaintedList)
    told = "\n".join(
        (*(text.plain_text for text in page.drawer.findChildren(Text)), *(s.accessibleName() for s in lists))
    )
    assert "P11 ranks with the whole scale, " in told
    assert "SG15 missing" in told
    assert "3 Pilot (2–4)" in told
    assert "5\u00a0% of budget" in told


def test_that_lines_which_cannot_be_decided_are_told_apart_from_hits(
    page: ProjectsPage, context: Context
) -> None:
    page.acts.add()
    page.leave()
    headings = [text.plain_text for text in page.drawer.findChildren(Text)]
    hit, open_ = headings.index("Red lines hit"), headings.index("Cannot be decided yet")
    assert headings[hit + 1] == "None so far."
    assert "biometric mode" in headings[open_ + 1]
    assert "type of end-user" in headings[open_ + 1]
    assert not any("biometric_mode" in text or "end_user" in text for text in headings)
    page.drawer.link_activated.emit("field/biometric_mode")
    assert page.drawer.form is not None
    assert page.drawer.form.fields["biometric_mode"].editor.hasFocus()


def test_that_evidence_is_edited_in_the_drawer(page: ProjectsPage, context: Context) -> None:
    page.focus_on("P11/A3")
    page.drawer.link_activated.emit("evidence/A3")
    form = page.drawer.form
    assert form is not None
    assert form.criterion == "A3"
    form.evidence["source"].editor.setText("Pilot report")  # type: ignore[attr-defined]
    form.evidence["source"].editor.editingFinished.emit()  # type: ignore[attr-defined]
    assert score(context, "P11", "A3").evidence == Evidence("Pilot report", 2026, "")
    form.evidence["year"].editor.setText("twenty")  # type: ignore[attr-defined]
    form.evidence["year"].editor.editingFinished.emit()  # type: ignore[attr-defined]
    assert "four digits" in form.evidence["year"].widget.error
    assert steps(context) == 1


def test_that_profile_fields_are_edited_in_the_drawer_and_refusals_stay(
    page: ProjectsPage, context: Context
) -> None:
    page.focus_on("P11/title")
    page.drawer.edit_field("budget_eur")
    form = page.drawer.form
    assert form is not None
    budget = form.fields["budget_eur"]
    budget.editor.setText("6800000")  # type: ignore[attr-defined]
    budget.editor.editingFinished.emit()  # type: ignore[attr-defined]
    assert "EUR million" in budget.widget.error
    assert budget.text == "6800000"
    budget.editor.setText("6,8")  # type: ignore[attr-defined]
    budget.editor.editingFinished.emit()  # type: ignore[attr-defined]
    assert context.store.study.project("P11").budget_eur == 6.8e6
    assert budget.widget.error == ""
    page.focus_on("P12/title")
    assert page.drawer.form is not None
    assert page.drawer.form.fields["budget_eur"].text == "2.4"


def test_that_safeguards_are_ticked_with_their_cost(page: ProjectsPage, context: Context) -> None:
    page.focus_on("P11/title")
    page.drawer.toggle_form()
    form = page.drawer.form
    assert form is not None
    assert "5\u00a0%" in form.cost.plain_text
    form.checks["SG15"].box.click()
    assert context.store.study.project("P11").safeguards == ("SG01", "SG04", "SG09", "SG15")
    assert "6\u00a0%" in form.cost.plain_text
    assert steps(context) == 1
    page.drawer.toggle_form()
    assert page.drawer.form is None


def test_that_the_form_begins_with_the_title_and_ends_with_the_evidence(page: ProjectsPage) -> None:
    page.resize(1060, 640)
    page.focus_on("P11/title")
    page.drawer.toggle_form()
    form = page.drawer.form
    assert form is not None
    form.adjustSize()
    order = [form.fields[key].widget.y() for key in ("title", "country", "iso3", "budget_eur", "ldc")]
    order.append(form.evidence["source"].widget.y())
    assert order == sorted(set(order))


def test_that_what_is_odd_in_a_field_is_said_at_the_field(page: ProjectsPage, context: Context) -> None:
    page.focus_on("P11/title")
    page.drawer.toggle_form()
    form = page.drawer.form
    assert form is not None
    page.acts.write({("P11", "iso3"): "KEX"})
    assert form.fields["iso3"].remark.plain_text.startswith("“KEX” is not a country code")
    page.acts.write({("P11", "iso3"): "", ("P11", "country"): "Kenya"})
    assert form.fields["iso3"].remark.plain_text == "The code of Kenya is KEN."
    page.acts.write({("P11", "iso3"): "KEN", ("P11", "technology_tags"): "zeppelin"})
    assert form.fields["iso3"].remark.isHidden()
    assert "no red line knows" in form.fields["technology_tags"].remark.plain_text.casefold()


def test_that_known_tags_are_chosen_from_their_list_beside_free_ones(
    page: ProjectsPage, context: Context
) -> None:
    page.acts.write({("P11", "technology_tags"): "zeppelin"})
    page.focus_on("P11/title")
    page.drawer.toggle_form()
    form = page.drawer.form
    assert form is not None
    before = steps(context)
    place = [option.text for option in form.tags.rows.options].index("surveillance")
    form.tags.rows.picked.emit(place, False)
    assert context.store.study.project("P11").technology_tags == ("zeppelin", "surveillance")
    assert steps(context) == before + 1
    form.tags.rows.picked.emit(place, False)
    assert context.store.study.project("P11").technology_tags == ("zeppelin",)


def test_that_a_folded_drawer_stays_folded_and_opens_with_its_project(
    qtbot: Any, page: ProjectsPage, context: Context
) -> None:
    page.drawer.set_folded(True)
    again = open_page(qtbot, context, ProjectsPage)
    assert again.drawer.is_folded
    again.focus_on("P05/title")
    again.drawer.set_folded(False)
    assert "Bangladesh" in again.drawer.kicker
