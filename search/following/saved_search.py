"""A search that somebody has saved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import LANGUAGES
from search.documents.document import document_id, parse_document_id


class Frequency(models.TextChoices):
    """How often somebody is told of what a search finds anew."""

    NONE = "none", _("No e-mails")
    DAILY = "daily", _("Once a day at most")
    WEEKLY = "weekly", _("Once a week at most")


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    def due(self, now: datetime, frequency: Frequency | None = None) -> SavedSearchQuerySet:
        """Those that were not asked yet today, or this week, of people whose accounts are active.

        Days and weeks are those of the calendar, in the portal's time zone: a run that starts a minute earlier than
        yesterday's leaves nobody out, and all that somebody wants to know weekly comes in one e-mail, on Mondays.
        """
        today = timezone.localdate(now)
        begun = {Frequency.DAILY: today, Frequency.WEEKLY: today - timedelta(days=today.weekday())}
        due = models.Q()
        for wanted in (frequency,) if frequency else tuple(begun):
            earlier = timezone.make_aware(datetime.combine(begun[wanted], time.min))
            due |= models.Q(frequency=wanted) & (models.Q(asked_at=None) | models.Q(asked_at__lt=earlier))
        return self.filter(due, user__is_active=True)


class SavedSearch(models.Model):
    """Words and filters of one person, and how often they want to hear of new resources.

    `parameters` are those of the library's address, as `search.queries.addresses.pairs_of` writes them; `language` is
    the rendering in which it is asked and written about. `asked_at` is when it was last looked whether there is
    something new, `last_sent_at` when there was and an e-mail said so.

    `known` are the documents that the person has been told of, or that were there when the e-mails were asked for:
    the keys of pages by the label of their type. None: what is there is still to be looked at. Neither a moment nor
    a highest number could stand for it, because a page becomes visible to somebody, or begins to match, long after it
    was published. It is a column and not a table: it is read and replaced as a whole with its row, which makes a run
    that is broken off take back both at once, and a thousand resources take five kilobytes instead of a thousand rows.
    It cannot outgrow the library.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    parameters = models.TextField(editable=False)
    language = models.CharField(
        max_length=10, default="en", choices=[(language.code, language.native_name) for language in LANGUAGES]
    )
    frequency = models.CharField(max_length=10, default=Frequency.NONE, choices=Frequency.choices)
    known = models.JSONField(null=True, editable=False)
    asked_at = models.DateTimeField(null=True, editable=False)
    last_sent_at = models.DateTimeField(null=True, editable=False)

    objects = SavedSearchQuerySet.as_manager()

    #: Wagtail shows who manages accounts what refers to one. What somebody looks for is nobody else's business.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "saved search"
        verbose_name_plural = "saved searches"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["frequency", "asked_at"], name="saved_search_due")]

    def __str__(self) -> str:
        return self.name

    def known_ids(self) -> set[str]:
        """The documents in `known`."""
        return {document_id(label, key) for label, keys in (self.known or {}).items() for key in keys}

    def add_known(self, ids: Iterable[str]) -> None:
        """Adds documents to `known`, without saving."""
        keys: dict[str, list[int]] = {}
        for label, key in map(parse_document_id, self.known_ids().union(ids)):
            keys.setdefault(label, []).append(key)
        self.known = {label: sorted(of_type) for label, of_type in sorted(keys.items())}
