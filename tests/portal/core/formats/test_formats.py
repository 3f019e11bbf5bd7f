"""Dates and numbers as each language writes them."""

from datetime import date, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format, get_format, localize, number_format, sanitize_separators

from portal.core.languages.catalogue import LANGUAGES

DAY = date(2026, 3, 9)

SHORT = {
    "en": "09/03/2026",
    "sq": "09.03.2026",
    "bs": "9.3.2026.",
    "cnr": "9.3.2026.",
    "mk": "09.03.2026",
    "sr": "9.3.2026.",
    "sr-latn": "9.3.2026.",
}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_short_date(language):
    with translation.override(language.code):
        assert date_format(DAY, "SHORT_DATE_FORMAT") == SHORT[language.code]


@pytest.mark.parametrize(
    ("code", "written"),
    [("en", "1,234,567.5"), ("bs", "1.234.567,5"), ("cnr", "1.234.567,5"), ("sr-latn", "1.234.567,5")],
)
def test_a_number_in_groups_of_three(code, written):
    with translation.override(code):
        assert number_format(1234567.5, force_grouping=True) == written


def test_montenegrin_is_read_back_as_it_is_written():
    with translation.override("cnr"):
        assert "%d.%m.%Y." in get_format("DATE_INPUT_FORMATS")
        assert datetime.strptime("9.3.2026.", "%d.%m.%Y.").date() == DAY
        assert sanitize_separators("1234,5") == "1234.5"
        assert localize(0.5) == "0,5"
        assert get_format("FIRST_DAY_OF_WEEK") == 1


def test_montenegrin_writes_hour_and_minute_in_twenty_four_hours():
    with translation.override("cnr"):
        assert date_format(datetime(2026, 3, 9, 14, 5), "SHORT_DATETIME_FORMAT") == "9.3.2026. 14:05"
