"""An event: a conference, study visit, webinar, training or deadline that people put into their calendars."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from portal.core.blocks.fields import LongTextField
from portal.core.content_language.localized import Localized
from portal.core.editing.panels import content_edit_handler
from portal.core.models import ArticlePage, RoutableContentPage
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
    """Days are those of the place where it happens. `place` and `agenda` are translated."""

    kind = models.CharField(_("kind"), max_length=20, choices=EventKind.choices, default=EventKind.OTHER)
    start = models.DateField(_("first day"), db_index=True)
    end = models.DateField(_("last day"), db_index=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    event_languages = models.CharField(
        _("languages spoken"), max_length=40, blank=True, help_text=_("Codes, separated by spaces.")
    )
    agenda = LongTextField(_("agenda"))

    edit_handler = content_edit_handler(
        ["place", "agenda"],
        details=[
            "kind",
            "start",
            "end",
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
            "startDate": self.start.isoformat(),
            "endDate": self.end.isoformat(),
            "inLanguage": localized.html_lang,
            **place,
        }

    def clean(self) -> None:
        super().clean()
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("The last day is before the first.")})
