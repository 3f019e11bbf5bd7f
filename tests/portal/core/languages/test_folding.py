"""Folding: what people type meets what is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.languages.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đorđe", "dorde"),
        ("Ђорђе", "dorde"),
        ("djordje", "dorde"),
        ("ЏУГАЊ", "dzuganj"),
        ("Ќелија", "kelija"),
        ("kjelija", "kelija"),
        ("ѓубре", "gubre"),
        ("mbikëqyrje", "mbikeqyrje"),
        ("çështje", "ceshtje"),
        ("probacija  i\tnadzor", "probacija i nadzor"),
        ("", ""),
    ],
)
def test_scripts_marks_and_spellings_meet(written, folded):
    assert fold(written) == folded


@given(st.text(alphabet="abcčćdđeëfgh ijklmnoprsštuvzžабвгдђѓежзѕијклљмнњопрстћќуфхцчџш", max_size=40))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
