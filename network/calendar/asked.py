"""An address of the calendar, understood."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import QueryDict

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.pages.addresses import with_query
from portal.core.registries.calendar import CalendarQuery, calendar_kinds
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import beneficiary_words, terms_of

#: Years that a calendar of this field has any use for.
_YEARS = range(1990, 2101)


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the calendar is to be shown. Without month and year: what is coming. "" is any."""

    year: int | None = None
    month: int | None = None
    kind: str = ""
    beneficiary: str = ""
    topic: str = ""
    language: str = ""

    @property
    def filters(self) -> dict[str, str]:
        chosen = {
            "kind": self.kind,
            "beneficiary": self.beneficiary,
            "topic": self.topic,
            "language": self.language,
        }
        return {name: value for name, value in chosen.items() if value}

    @property
    def parameters(self) -> str:
        """The part of an address that says this, with its question mark; "" for what is coming, of any kind."""
        return with_query("", dict(self.period) | self.filters)

    @property
    def period(self) -> list[tuple[str, str]]:
        """The pair of name and value that stands for month or year in an address; none for what is coming."""
        if self.year is None:
            return []
        return [("year", str(self.year))] if self.month is None else [("month", f"{self.year}-{self.month:02}")]

    def of_month(self, year: int, month: int) -> Asked:
        """The same of another month; `month` may be 0 or 13."""
        year, month = (year - 1, 12) if month < 1 else (year + 1, 1) if month > 12 else (year, month)
        return replace(self, year=year, month=month)

    def of_year(self, year: int | None) -> Asked:
        """The same of a whole year, or, with None, of what is coming."""
        return replace(self, year=year, month=None)

    def query(self, first_day: date, last_day: date | None = None) -> CalendarQuery:
        def one(value: str) -> tuple[str, ...]:
            return (value,) if value else ()

        return CalendarQuery(
            first_day, last_day, one(self.kind), one(self.beneficiary), one(self.topic), one(self.language)
        )


def parse(data: QueryDict) -> Asked:
    """What makes no sense is as if it had not been asked for."""
    year, month = _period(data)
    return Asked(
        year,
        month,
        kind=_known(data.get("kind", ""), {code for code, _label in calendar_kinds()}),
        beneficiary=_known(data.get("beneficiary", ""), {word.code for word in beneficiary_words().values()}),
        topic=_known(data.get("topic", ""), {word.code for word in terms_of(FacetCode.PRIORITY_AREA)}),
        language=_known(data.get("language", ""), set(CONTENT_CODES)),
    )


def last_day_of(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _period(data: QueryDict) -> tuple[int | None, int | None]:
    year, dash, month = data.get("month", "").partition("-")
    if dash and (number := _number(month)) in range(1, 13) and _number(year) in _YEARS:
        return _number(year), number
    year_alone = _number(data.get("year", ""))
    return (year_alone, None) if year_alone in _YEARS else (None, None)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else -1


def _known(value: str, known: set[str]) -> str:
    return value if value in known else ""
