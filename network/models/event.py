"""An event: a conference, study visit, webinar, training or deadline that people put into their calendars."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel
from wagtail.contrib.routable_page.models import path

from network.rules.times import check_times
from portal.core.blocks.fields import LongTextField
from portal.core.content_language.localized import Localized
from portal.core.editing.panels import content_edit_handler
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.models import ArticlePage, RoutableContentPage
from portal.core.time_zones import TIME_ZONES, moment_at
from portal.members.models.spoken_languages import SpokenLanguagesField
from portal.vocabulary.editing.panels import classification_panel
from portal.vocabulary.models import ClassifiedPage


class EventKind(models.TextChoices):
    CONFERENCE = "conference", _("Conference")
    STUDY_VISIT = "study_visit", _("Study visit")
    WEBINAR = "webinar", _("Webinar")
    ROUND_TABLE = "round_table", _("Round table")
    TRAINING = "training", _("Training")
    MEETING = "meeting", _("Meeting")
    DEADLINE = "deadline", _("Deadline")
    OTHER = "other", _("Event")


class EventIndexPage(RoutableContentPage):
    edit_handler = content_edit_handler([])
    parent_page_types = ["website.HomePage"]
    subpage_types = ["network.EventPage"]
    max_count = 1
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("list of events")
        verbose_name_plural = _("lists of events")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from network.reading.events import index_context

        context = super().get_context(request, *args, **kwargs)
        return context | index_context(self, request)

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """What was announced last, for programs that look for what is new; the same for everybody."""
        from network.reading.feed import events_feed

        return events_feed(self, request)


class EventPage(ClassifiedPage, ArticlePage):
    """Days and times are those of the place. `place`, `agenda`, `contact` and `outcome` are translated.

    `sequence` counts the times that it was published with other days, times or place, or was cancelled.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=EventKind.choices, default=EventKind.OTHER)
    start = models.DateField(_("first day"), db_index=True)
    end = models.DateField(_("last day"), db_index=True)
    start_time = models.TimeField(_("begins at"), null=True, blank=True)
    end_time = models.TimeField(_("ends at"), null=True, blank=True)
    time_zone = models.CharField(
        _("time zone"),
        max_length=40,
        default=settings.TIME_ZONE,
        choices=TIME_ZONES,
        help_text=_("Of the place: times are those that the clock there shows."),
    )
    link = models.URLField(_("link to take part"), blank=True, max_length=500)
    is_cancelled = models.BooleanField(
        _("cancelled"),
        default=False,
        help_text=_("The event stays in the calendar, marked, so that people learn of it. Do not delete it."),
    )
    sequence = models.PositiveIntegerField(default=0, editable=False)
    place = models.CharField(_("place"), max_length=200, blank=True)
    event_languages = SpokenLanguagesField(
        _("languages spoken"), blank=True, help_text=_("Codes, separated by spaces.")
    )
    agenda = LongTextField(_("agenda"))
    contact = models.CharField(
        _("contact"),
        max_length=200,
        blank=True,
        help_text=_("The role to write to, never a person's name: “Head of the admission unit”."),
    )
    outcome = LongTextField(
        _("what came of it"), help_text=_("Readers see it once the event is over: conclusions, where to read on.")
    )

    edit_handler = content_edit_handler(
        ["place", "agenda", "contact", "outcome"],
        details=[
            "kind",
            FieldRowPanel(["start", "start_time"]),
            FieldRowPanel(["end", "end_time"]),
            "time_zone",
            "link",
            "is_cancelled",
            "event_languages",
            classification_panel("beneficiaries", "priority_areas", "stages"),
        ],
    )
    listed_texts = ("place",)
    schema_type = "Event"
    parent_page_types = ["network.EventIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from network.reading.events import event_context

        context = super().get_context(request, *args, **kwargs)
        return context | event_context(self, context, request)

    def schema_facts(self, localized: Localized) -> dict[str, Any]:
        place = {"location": {"@type": "Place", "name": localized.place}} if localized.place else {}
        return {
            "startDate": (self.starts_at or self.start).isoformat(),
            "endDate": (self.ends_at or self.end).isoformat(),
            "eventStatus": f"https://schema.org/Event{'Cancelled' if self.is_cancelled else 'Scheduled'}",
            "inLanguage": localized.html_lang,
            **place,
        }

    @property
    def starts_at(self) -> datetime | None:
        """The moment of the beginning, in the time zone of the place; None when only the day is known."""
        return moment_at(self.start, self.start_time, self.time_zone)

    @property
    def ends_at(self) -> datetime | None:
        """The moment of the end; None when it is not known, or not when it begins."""
        return moment_at(self.end, self.end_time, self.time_zone) if self.start_time else None

    @path("calendar/", name="entry_ics")
    def entry_ics(self, request: HttpRequest) -> HttpResponse:
        """This event for another calendar."""
        from network.calendar.answers import event_file

        return event_file(self, request)

    def clean(self) -> None:
        super().clean()
        check_times(self)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Counts a change that people have to know of: other calendars take over what has a higher number."""
        if self.live and self.pk and (kwargs.get("update_fields") is None):
            before = EventPage.objects.filter(pk=self.pk, live=True).values(*_TOLD, *_PLACES, "sequence").first()
            if before is not None:
                self.sequence = before["sequence"] + self._is_told_anew(before)
        super().save(*args, **kwargs)

    def _is_told_anew(self, before: Mapping[str, Any]) -> bool:
        """Whether it is another than before for those who come. A place that is said in one more language is not."""
        moved = any(before[name] and before[name] != getattr(self, name) for name in _PLACES)
        return moved or any(before[name] != getattr(self, name) for name in _TOLD)


#: What an entry in somebody's calendar is made of, besides words.
_TOLD: Final = ("start", "end", "start_time", "end_time", "time_zone", "link", "is_cancelled")
_PLACES: Final = tuple(f"place_{code}" for code in CONTENT_CODES)
