"""Dates of which only a part may be known: "2006", "2006-01" or "2006-01-11"."""

from __future__ import annotations

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.formats import date_format, get_format
from django.utils.translation import gettext_lazy as _

_FORM = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


def first_day(partial: str) -> date | None:
    """The first day that the date may mean; None for what is no date."""
    match = _FORM.fullmatch(partial)
    if match is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return None


def written(partial: str) -> str:
    """The date as the active language writes it, as exactly as it is known; "" for what is no date."""
    day = first_day(partial)
    if day is None:
        return ""
    if len(partial) == len("2006-01-11"):
        return date_format(day, "DATE_FORMAT")
    month_and_year = get_format("YEAR_MONTH_FORMAT")
    # A year alone is written as it stands after a month: with a point in some languages.
    form = month_and_year if len(partial) == len("2006-01") else month_and_year.replace("F", "").strip()
    return date_format(day, form)


def check(partial: str) -> None:
    """Validator of a field that holds such a date; raises ValidationError."""
    if first_day(partial) is None:
        raise ValidationError(_("Write the date as 2006, 2006-01 or 2006-01-11."), code="partial_date")
