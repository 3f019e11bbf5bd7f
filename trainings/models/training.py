"""A training: one run of a course."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.routable_page.models import path

from portal.core.blocks.fields import LongTextField
from portal.core.content_language.localized import Localized, localized_for_card
from portal.core.editing.panels import PartsPanel, content_edit_handler, searched_panel
from portal.core.languages.catalogue import LANGUAGES
from portal.core.models import ArticlePage
from portal.core.time_zones import TIME_ZONES
from portal.members.models import Member
from portal.members.models.spoken_languages import SpokenLanguagesField
from portal.vocabulary.editing.panels import classification_panel
from portal.vocabulary.models import ClassifiedPage
from trainings.editing.finders import MEMBERS
from trainings.editing.form import TrainingForm


class Admission(models.TextChoices):
    """How somebody gets in."""

    OPEN = "open", _("Open to the network: whoever enrols first has a place")
    REQUEST = "request", _("Open to the network: the trainer decides")
    NOMINATION = "nomination", _("By nomination through the focal point")
    INVITATION = "invitation", _("By invitation: the trainer enrols")


class TrainingPage(ClassifiedPage, ArticlePage):
    """Days and times are those of the place. `place` and `programme` are translated.

    The course is the page above it. `sequence` counts the times that it was published with other days, sessions, place
    or link, or was cancelled. `follows` is the training in which the trainers of this one learned to give it. How many
    seats are taken is not here but in `SeatPool`: a page is stored whole, from a draft that may be days old.
    """

    start = models.DateField(_("first day"), db_index=True)
    end = models.DateField(_("last day"), db_index=True)
    time_zone = models.CharField(
        _("time zone"),
        max_length=40,
        default=settings.TIME_ZONE,
        choices=TIME_ZONES,
        help_text=_("Of the place: times are those that the clock there shows."),
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("link to take part"), blank=True, max_length=500)
    is_cancelled = models.BooleanField(
        _("cancelled"),
        default=False,
        help_text=_("The training stays in the list, marked, and everybody who is enrolled is told. Do not delete it."),
    )
    cancelled_because = models.CharField(
        _("why it is cancelled"),
        max_length=300,
        blank=True,
        help_text=_("Everybody who is enrolled reads it as it is written here."),
    )
    sequence = models.PositiveIntegerField(default=0, editable=False)
    training_languages = SpokenLanguagesField(
        _("languages spoken"), blank=True, help_text=_("Codes, separated by spaces.")
    )
    programme = LongTextField(_("programme"))
    trainers = ParentalManyToManyField(Member, verbose_name=_("trainers"), blank=True, related_name="trainings_given")
    capacity = models.PositiveSmallIntegerField(
        _("places"), default=20, validators=[MinValueValidator(1), MaxValueValidator(5000)]
    )
    minimum = models.PositiveSmallIntegerField(
        _("fewest participants"), default=0, help_text=_("Below this number it is not given. 0: no such number.")
    )
    has_waiting_list = models.BooleanField(_("waiting list"), default=True)
    admission = models.CharField(_("who may enrol"), max_length=12, choices=Admission.choices, default=Admission.OPEN)
    opens_on = models.DateField(_("enrolment from"), null=True, blank=True)
    closes_on = models.DateField(_("enrolment until"), null=True, blank=True)
    offer_days = models.PositiveSmallIntegerField(
        _("days to answer an offer"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("A place that becomes free is offered to the next on the waiting list for so long."),
    )
    follows = models.ForeignKey(
        "self",
        verbose_name=_("its trainers were trained in"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="led_to",
    )

    edit_handler = content_edit_handler(
        ["place", "programme"],
        details=[
            FieldRowPanel(["start", "end"]),
            "time_zone",
            PartsPanel("sessions", heading=_("Sessions"), label=_("Session")),
            "link",
            "is_cancelled",
            "cancelled_because",
            "training_languages",
            searched_panel("trainers", MEMBERS),
            FieldRowPanel(["capacity", "minimum"]),
            PartsPanel("quotas", heading=_("Most places for some"), label=_("Most places")),
            "has_waiting_list",
            "offer_days",
            "admission",
            FieldRowPanel(["opens_on", "closes_on"]),
            FieldPanel("follows"),
            classification_panel("beneficiaries", "priority_areas", "stages"),
        ],
        form_class=TrainingForm,
    )
    listed_texts = ("place",)
    schema_type = "Event"
    parent_page_types = ["trainings.CoursePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        constraints = [models.CheckConstraint(condition=models.Q(capacity__gte=1), name="training_has_places")]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from trainings.reading.training import training_context

        context = super().get_context(request, *args, **kwargs)
        return context | training_context(self, context, request)

    def schema_facts(self, localized: Localized) -> dict[str, Any]:
        place = {"location": {"@type": "Place", "name": localized.place}} if localized.place else {}
        return {
            "startDate": self.start.isoformat(),
            "endDate": self.end.isoformat(),
            "eventStatus": f"https://schema.org/Event{'Cancelled' if self.is_cancelled else 'Scheduled'}",
            "inLanguage": localized.html_lang,
            **place,
        }

    @path("calendar/", name="entry_ics")
    def entry_ics(self, request: HttpRequest) -> HttpResponse:
        """The sessions of this training for another calendar."""
        from trainings.reading.calendar_file import training_file

        return training_file(self, request)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def begins_at(self) -> datetime:
        """The moment of the first session; as long as there is none, the beginning of the first day (one query)."""
        first = self.sessions.order_by("day", "begins").values_list("day", "begins").first()
        day, clock = first or (self.start, time())
        return datetime.combine(day, clock, self.zone)

    def is_over(self, today: date) -> bool:
        return self.end < today

    # What may be published ------------------------------------------------------------------------------------

    def clean(self) -> None:
        """Raises ValidationError, by field. What depends on sessions or quotas, the form checks besides."""
        from trainings.rules.past import why_not_past
        from trainings.services.seats import too_few_seats

        super().clean()
        errors: dict[str, str] = {}
        if self.start and self.end and self.end < self.start:
            errors["end"] = gettext("The last day is before the first.")
        elif self.end and self.pk and (refusal := why_not_past(self, timezone.localdate())):
            errors["end"] = refusal
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            errors["closes_on"] = gettext("The last day is before the first.")
        for name in ("opens_on", "closes_on"):
            if (day := getattr(self, name)) and self.start and day > self.start:
                errors.setdefault(name, gettext("The training begins before that day."))
        if self.minimum and self.capacity and self.minimum > self.capacity:
            errors["minimum"] = gettext("There are fewer places than that.")
        if self.capacity and self.pk and (refusal := too_few_seats(self, [])):
            errors["capacity"] = refusal
        if self._leads_back():
            errors["follows"] = gettext("That training goes back to this one.")
        if errors:
            raise ValidationError(errors)

    def _leads_back(self) -> bool:
        """Whether the chain of trainings that trainers come from has this one in it already."""
        before, seen = self.follows_id, set()
        while before is not None and before not in seen and self.pk is not None:
            if before == self.pk:
                return True
            seen.add(before)
            before = TrainingPage.objects.filter(pk=before).values_list("follows", flat=True).first()
        return False

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Counts a change that people have to know of, tells them, and brings the seats to what the page says.

        Raises ValidationError when more seats are taken than there would be, or a session cannot be. Forms say it
        earlier and better.
        """
        from trainings.models.ended_entry import EndedEntry, entry_times
        from trainings.rules.sessions import wrong_sessions
        from trainings.services.announcing import announce
        from trainings.services.seats import arrange_seats

        if not self.live or kwargs.get("update_fields") is not None:
            super().save(*args, **kwargs)
            return
        if wrong := wrong_sessions(self, list(self.sessions.all())):
            raise ValidationError(wrong)
        with transaction.atomic():
            before = TrainingPage.objects.filter(pk=self.pk, live=True).first() if self.pk else None
            is_told = before is not None and told(before) != told(self)
            moved = moved_for(before, self) if before is not None else frozenset()
            if before is not None:
                self.sequence = before.sequence + bool(is_told or moved)
                entries_before = entry_times(before)
            super().save(*args, **kwargs)
            if before is not None:
                EndedEntry.objects.note(self, entries_before, entry_times(self))
            arrange_seats(self)
            if is_told:
                announce(self)
            elif moved:
                announce(self, only_in=moved)


#: What an entry in somebody's calendar is made of, besides words and sessions.
_TOLD: Final = ("start", "end", "time_zone", "link", "is_cancelled")


def told(training: TrainingPage) -> tuple[Any, ...]:
    """What everybody who is enrolled has to be told when it changes."""
    sessions = sorted((session.day, session.begins, session.ends) for session in training.sessions.all())
    return (*(getattr(training, name) for name in _TOLD), tuple(sessions))


def places(training: TrainingPage) -> dict[str, tuple[str, str]]:
    """For each language of readers the language in which they find the page, and the place as it is written there."""
    found = {}
    for language in LANGUAGES:
        if localized := localized_for_card(training, language):
            found[language.code] = (localized.code, localized.place or "")
    return found


def moved_for(before: TrainingPage, now: TrainingPage) -> frozenset[str]:
    """Readers' languages in which the place is another one; that it was translated is no move."""
    old, new = places(before), places(now)
    both = old.keys() & new.keys()
    return frozenset(code for code in both if old[code][0] == new[code][0] and old[code] != new[code])
