"""Dates that are known only in part."""

from datetime import date

import pytest

from practices.search_documents import first_day


@pytest.mark.parametrize(
    ("partial", "day"),
    [
        ("2006", date(2006, 1, 1)),
        ("2006-02", date(2006, 2, 1)),
        ("2006-02-03", date(2006, 2, 3)),
        ("", None),
        ("soon", None),
        ("2006-13", None),
        ("2006-02-30", None),
        ("2006-02-03T10", None),
    ],
)
def test_first_day(partial, day):
    assert first_day(partial) == day
