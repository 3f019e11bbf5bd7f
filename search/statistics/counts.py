"""The tables of the statistics. Nothing in them says who: a day, a rendering, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import Count, F, Q, Sum
from django.utils.translation import gettext_lazy as _

#: Characters of a text that are kept.
MAX_LENGTH = 100

#: A text is shown to nobody before it was searched for on so many days, or so often: an odd one may name a person.
OFTEN_DAYS, OFTEN_SEARCHES = 2, 3


class SearchCountQuerySet(models.QuerySet["SearchCount"]):
    def named(self) -> SearchCountQuerySet:
        """Only what was searched for often enough to be shown."""
        return self.filter(text__in=_often())

    def rare(self) -> SearchCountQuerySet:
        """Only texts that are not shown (yet)."""
        return self.exclude(text="").exclude(text__in=_often())


def _often() -> models.QuerySet[Any, Any]:
    """Texts that were searched for often enough, in whichever rendering, counted over everything that is kept."""
    texts = SearchCount.objects.exclude(text="").values("text")
    counted = texts.annotate(days=Count("day", distinct=True), times=Sum("searches"))
    return counted.filter(Q(days__gte=OFTEN_DAYS) | Q(times__gte=OFTEN_SEARCHES)).values("text")


class SearchCount(models.Model):
    """How often a text was searched for on one day in one rendering.

    `found_nothing` of these searches had no result. `clicks` results of them were opened; `ranks` is the sum of the
    places at which these stood (from 1), so that the mean place is known. Without a `text` are searches that looked
    like personal data, and those that stayed rare.
    """

    day = models.DateField()
    rendering = models.CharField(max_length=7)
    text = models.CharField(max_length=MAX_LENGTH, blank=True)
    searches = models.PositiveIntegerField(default=0)
    found_nothing = models.PositiveIntegerField(default=0)
    clicks = models.PositiveIntegerField(default=0)
    ranks = models.PositiveBigIntegerField(default=0)

    #: What is summed up.
    NUMBERS = ("searches", "found_nothing", "clicks", "ranks")

    objects = SearchCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("search statistics")
        verbose_name_plural = _("search statistics")
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["day", "rendering", "text"], name="one_count_a_day_and_text")]
        indexes = [models.Index(fields=["text"], name="search_count_text")]

    def __str__(self) -> str:
        return f"{self.day} {self.rendering} {self.text}: {self.searches}"


class ClickCount(models.Model):
    """How often a resource was opened from the results of a search on one day in one rendering; `ranks` as above."""

    day = models.DateField()
    rendering = models.CharField(max_length=7)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    clicks = models.PositiveIntegerField(default=0)
    ranks = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = "count of clicks"
        verbose_name_plural = "counts of clicks"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["day", "rendering", "page"], name="one_count_a_day_and_page")]

    def __str__(self) -> str:
        return f"{self.day} {self.rendering} page {self.page_id}: {self.clicks}"


def add_to(rows: models.QuerySet[Any], numbers: Mapping[str, int]) -> int:
    """Adds to the rows that are there; returns how many there are. Nothing that others add meanwhile is lost."""
    return rows.update(**{name: F(name) + number for name, number in numbers.items()})


def count(model: type[models.Model], key: Mapping[str, Any], numbers: Mapping[str, int]) -> None:
    """Adds to the row of this key, which is made if there is none: one query, three for the first of a day."""
    row = model._default_manager.filter(**key)
    if not add_to(row, numbers):
        model._default_manager.bulk_create([model(**key)], ignore_conflicts=True)
        add_to(row, numbers)
