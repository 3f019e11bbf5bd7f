"""What the statistics say, as rows of tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db.models import F, QuerySet, Sum
from django.db.models.functions import TruncWeek
from django.utils import timezone
from wagtail.models import Page

from portal.core.languages.catalogue import BY_CODE, Language
from portal.core.scripts.serbian import to_latin
from portal.core.status_note.text import mark_text
from portal.core.visibility.querysets import seen_by
from search.documents.registry import sources
from search.statistics.counts import ClickCount, SearchCount

Q_ = TypeVar("Q_", bound="QuerySet[Any]")


@dataclass(frozen=True, slots=True)
class Scope:
    """The last `days` days, today included, in one rendering or with "" in all."""

    days: int
    rendering: str = ""

    @property
    def first_day(self) -> date:
        return timezone.localdate() - timedelta(days=self.days - 1)

    def of(self, counts: Q_) -> Q_:
        """Only the counts of it."""
        within = counts.filter(day__gte=self.first_day)
        return within.filter(rendering=self.rendering) if self.rendering else within


@dataclass(frozen=True, slots=True)
class SearchedText:
    """A text in one rendering; `position` is the mean place of the results that were opened, None when none was."""

    text: str
    rendering: Language
    searches: int
    found_nothing: int
    clicks: int
    position: float | None

    @property
    def words(self) -> str:
        """The text as it leaves the portal."""
        return mark_text(self.text)

    @property
    def language(self) -> str:
        return self.rendering.native_name


@dataclass(frozen=True, slots=True)
class OpenedResource:
    """A resource, with its title in the language nearest to the reader, as it leaves the portal."""

    page: int
    title: str
    clicks: int
    position: float | None


@dataclass(frozen=True, slots=True)
class Week:
    """The searches of the week that begins on `monday`, as far as it is in the scope."""

    monday: date
    searches: int
    found_nothing: int


def most_searched(scope: Scope, limit: int | None) -> list[SearchedText]:
    return _texts(_by_text(scope).order_by("-searched", "text", "rendering")[:limit])


def in_vain(scope: Scope, limit: int | None) -> list[SearchedText]:
    """What nothing was found for at least once, the most often first."""
    return _texts(_by_text(scope).filter(vain__gt=0).order_by("-vain", "text", "rendering")[:limit])


def never_opened(scope: Scope, limit: int | None) -> list[SearchedText]:
    """What something was found for, of which nobody opened anything."""
    passed_by = _by_text(scope).filter(opened=0, searched__gt=F("vain"))
    return _texts(passed_by.order_by("-searched", "text", "rendering")[:limit])


def most_opened(scope: Scope, user: Any, limit: int | None) -> list[OpenedResource]:
    """Only resources that the user may see; titles take one query for each type."""
    counts = scope.of(ClickCount.objects.filter(page__in=Page.objects.filter(seen_by(user)).values("pk")))
    by_page = counts.values("page").annotate(opened=Sum("clicks"), places=Sum("ranks")).order_by("-opened", "page")
    rows = list(by_page[:limit])
    cards = {}
    for source in sources():
        listed = source.model.objects.listed_for(user).filter(pk__in=[row["page"] for row in rows])
        cards.update({page.pk: page.card for page in listed})
    return [
        OpenedResource(
            page=row["page"],
            title=_written(cards[row["page"]]),
            clicks=row["opened"],
            position=_mean(row["places"], row["opened"]),
        )
        for row in rows
        if row["page"] in cards
    ]


def weeks(scope: Scope) -> list[Week]:
    """All weeks of the scope in their order, those without a search too."""
    counts = scope.of(SearchCount.objects.all()).annotate(monday=TruncWeek("day")).order_by("monday")
    found = {
        row["monday"]: Week(row["monday"], row["searched"], row["vain"])
        for row in counts.values("monday").annotate(searched=Sum("searches"), vain=Sum("found_nothing"))
    }
    first = scope.first_day - timedelta(days=scope.first_day.weekday())
    number = (timezone.localdate() - first).days // 7 + 1
    mondays = (first + timedelta(weeks=week) for week in range(number))
    return [found.get(monday, Week(monday, 0, 0)) for monday in mondays]


def searches_in_all(scope: Scope) -> int:
    return _sum(scope.of(SearchCount.objects.all()))


def named_searches(scope: Scope) -> int:
    """How many of the searches are shown with their words."""
    return _sum(scope.of(SearchCount.objects.named()))


def _sum(counts: QuerySet[SearchCount]) -> int:
    return counts.aggregate(number=Sum("searches"))["number"] or 0


def _by_text(scope: Scope) -> QuerySet[Any, Any]:
    counts = scope.of(SearchCount.objects.named()).values("text", "rendering")
    return counts.annotate(
        searched=Sum("searches"), vain=Sum("found_nothing"), opened=Sum("clicks"), places=Sum("ranks")
    )


def _texts(rows: Iterable[dict[str, Any]]) -> list[SearchedText]:
    return [
        SearchedText(
            text=row["text"],
            rendering=BY_CODE[row["rendering"]],
            searches=row["searched"],
            found_nothing=row["vain"],
            clicks=row["opened"],
            position=_mean(row["places"], row["opened"]),
        )
        for row in rows
    ]


def _written(card: Any) -> str:
    return mark_text(to_latin(card.headline) if card.html_lang == "sr-Latn" else card.headline)


def _mean(ranks: int, clicks: int) -> float | None:
    return round(ranks / clicks, 1) if clicks else None
