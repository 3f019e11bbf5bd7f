"""Days and ranges of days as each language writes them."""

from datetime import date

import pytest
from django.utils import translation

from portal.core.pages.listing import date_range


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "4 December 2026"),
        ("sq", "4 dhjetor 2026"),
        ("bs", "4. decembar 2026."),
        ("cnr", "4. decembar 2026."),
        ("mk", "4 декември 2026"),
        ("sr", "4. децембар 2026."),
    ],
)
def test_a_day_is_written_with_the_small_letter_of_the_language(language, written):
    with translation.override(language):
        assert date_range(date(2026, 12, 4), date(2026, 12, 4)) == written


@pytest.mark.parametrize(
    ("language", "last", "written"),
    [
        ("en", date(2026, 1, 29), "26–29 January 2026"),
        ("en", date(2026, 2, 2), "26 January – 2 February 2026"),
        ("en", date(2027, 1, 26), "26 January 2026 – 26 January 2027"),
        ("sr", date(2026, 1, 29), "26–29. јануар 2026."),
        ("sr", date(2026, 2, 2), "26. јануар – 2. фебруар 2026."),
        ("mk", date(2026, 2, 2), "26 јануари – 2 февруари 2026"),
    ],
)
def test_what_the_first_and_the_last_day_share_stands_once(language, last, written):
    with translation.override(language):
        assert date_range(date(2026, 1, 26), last) == written
