"""The need of a page in a language, as a column to sort by and as numbers of shown pages.

It is how often the page was read in the renderings of that language within READ_COUNT_DAYS, and how often it was opened
from the results of a search in them. Who came by a search is in both: who looked for it wanted it more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final, TypeVar

from django.conf import settings
from django.db.models import Case, Model, OuterRef, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES, LANGUAGES
from portal.desk.models import ReadCount
from portal.desk.states.columns import is_to_do
from search.statistics.counts import ClickCount

Q_ = TypeVar("Q_", bound="QuerySet[Any]")

#: What is added up, and where.
_COUNTS: Final[tuple[tuple[type[Model], str], ...]] = ((ReadCount, "reads"), (ClickCount, "clicks"))


def with_need(pages: Q_, codes: Iterable[str] = CONTENT_CODES) -> Q_:
    """Pages with states, with `need`: that in those of these languages in which something is to be translated."""
    whole: Any = Value(0)
    for code in codes:
        whole = whole + Case(When(is_to_do(code), then=_need(code)), default=Value(0))
    return pages.annotate(need=whole)


def needs_of(pages: Iterable[int]) -> Counter[tuple[int, str]]:
    """The need of each of these pages in each language. Two queries."""
    found: Counter[tuple[int, str]] = Counter()
    keys = list(pages)
    for model, name in _COUNTS:
        rows = _kept(model).filter(page__in=keys).values_list("page", "rendering").annotate(number=Sum(name))
        for page, rendering, number in rows.order_by():
            found[(page, BY_CODE[rendering].content_code)] += number
    return found


def _need(code: str) -> Any:
    renderings = [language.code for language in LANGUAGES if language.content_code == code]
    sums = []
    for model, name in _COUNTS:
        rows = _kept(model).filter(page=OuterRef("pk"), rendering__in=renderings).order_by().values("page")
        sums.append(Coalesce(Subquery(rows.annotate(number=Sum(name)).values("number")), Value(0)))
    return sums[0] + sums[1]


def _kept(model: type[Model]) -> QuerySet[Any]:
    return model._default_manager.filter(day__gt=_oldest())


def _oldest() -> date:
    return timezone.localdate() - timedelta(days=settings.READ_COUNT_DAYS)
