"""Dates known only in part, as each language writes them."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from practices.partial_dates import check, first_day, written

WRITTEN = {
    "en": ["2006", "January 2006", "11 January 2006"],
    "bs": ["2006.", "januar 2006.", "11. januar 2006."],
    "cnr": ["2006.", "januar 2006.", "11. januar 2006."],
    "sr": ["2006.", "јануар 2006.", "11. јануар 2006."],
    "sr-latn": ["2006.", "januar 2006.", "11. januar 2006."],
}
#: Names of months in these languages are Django's, which writes them with a capital letter.
WRITTEN_BY_DJANGO = {
    "sq": ["2006", "janar 2006", "11 janar 2006"],
    "mk": ["2006", "јануари 2006", "11 јануари 2006"],
}


@pytest.mark.parametrize("code", WRITTEN)
def test_a_date_is_written_as_exactly_as_it_is_known(code):
    with translation.override(code):
        assert [written(partial) for partial in ("2006", "2006-01", "2006-01-11")] == WRITTEN[code]


@pytest.mark.parametrize("code", WRITTEN_BY_DJANGO)
def test_whatever_case_a_month_has(code):
    with translation.override(code):
        shown = [written(partial).lower() for partial in ("2006", "2006-01", "2006-01-11")]
    assert shown == WRITTEN_BY_DJANGO[code]


@pytest.mark.parametrize(
    "text", ["", "2006-13", "2006-02-30", "collection", "20060111", "2006-1", "2006-01-11T", "०००६"]
)
def test_what_is_no_date_is_not_written(text):
    assert (written(text), first_day(text)) == ("", None)


@pytest.mark.parametrize("text", ["2006-13", "soon"])
def test_an_editor_is_told_how_to_write_a_date(text):
    with pytest.raises(ValidationError) as refused:
        check(text)
    assert refused.value.messages == ["Write the date as 2006, 2006-01 or 2006-01-11."]
