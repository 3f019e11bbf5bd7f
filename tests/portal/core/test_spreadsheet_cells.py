"""Texts in cells of spreadsheets."""

import pytest

from portal.core.spreadsheet_cells import as_cell, as_typed


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_what_would_be_a_formula_is_a_text_and_comes_back(text):
    assert as_cell(text) == f"'{text}"
    assert as_typed(as_cell(text)) == text


@pytest.mark.parametrize("text", ["", "a=1", "'tis", "1-1", "'"])
def test_other_texts_stay(text):
    assert as_cell(text) == as_typed(text) == text
