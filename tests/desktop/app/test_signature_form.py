"""The form for a name and a reason."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QDialog

from desktop.app.signature_form import SignatureForm
from tests.support.windows import look_of_tests


def opened(qtbot: Any, *, asks_reason: bool = True) -> SignatureForm:
    form = SignatureForm(None, look_of_tests(), "Sealed.", "Change", "", asks_reason=asks_reason)
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.open()
    return form


def test_that_neither_name_nor_reason_may_be_missing(qtbot: Any) -> None:
    form = opened(qtbot)
    form.accept_button.click()
    assert form.isVisible()
    form.person.setText("Rosa Diaz")
    form.accept_button.click()
    assert form.isVisible()
    form.reason_area.setPlainText("  a slip ")
    form.accept_button.click()
    assert form.result() == QDialog.DialogCode.Accepted
    assert (form.who, form.reason) == ("Rosa Diaz", "a slip")


def test_that_a_name_is_enough_where_no_reason_is_asked(qtbot: Any) -> None:
    form = opened(qtbot, asks_reason=False)
    assert not form.reason_area.isVisible()
    form.person.setText("Rosa Diaz")
    form.accept_button.click()
    assert form.result() == QDialog.DialogCode.Accepted
    assert form.reason == ""


@pytest.mark.parametrize("asks_reason", [True, False])
def test_that_cancel_signs_nothing(qtbot: Any, asks_reason: bool) -> None:
    form = opened(qtbot, asks_reason=asks_reason)
    form.cancel_button.click()
    assert form.result() == QDialog.DialogCode.Rejected
