"""A meeting of a working group: its record, from the first draft until it is approved."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models.group_membership import GroupMembership
from network.models.working_group import WorkingGroupPage
from portal.accounts.roles import NETWORK_MEMBERS
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.models import PortalDocument
from portal.core.time_zones import TIME_ZONES, moment_at
from portal.core.visibility.audience import belongs_to
from portal.members.models import Member
from portal.members.models.spoken_languages import SpokenLanguagesField


class MeetingState(models.TextChoices):
    """The way of a record. To a circulated draft members propose changes; who circulates it is free to leave that out.
    What is approved is final, until the chair takes it back.
    """

    DRAFT = "draft", _("Draft")
    CIRCULATED = "circulated", _("Draft that members look through")
    SUBMITTED = "submitted", _("Waiting for approval")
    APPROVED = "approved", _("Approved")


class MeetingPlan(models.TextChoices):
    """Whether it is held. What is postponed has no new day yet; once it has one, it takes place again."""

    ON = "on", _("Takes place")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")


class Audience(models.TextChoices):
    """Who reads an approved record. Others than the group read it without names."""

    GROUP = "group", _("The working group only")
    NETWORK = "network", _("All members of the network")
    PUBLIC = "public", _("Everybody")


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def of_groups_of(self, user: Any) -> MeetingQuerySet:
        """Those of the working groups that the user is in now, in whatever state."""
        return self.filter(group__in=groups_of(user))

    def visible_to(self, user: Any) -> MeetingQuerySet:
        """Those that the user may read in some version: those of their groups, and approved ones that are open to them.

        A meeting of a group whose page is closed to somebody is closed to them as well: its name would tell.
        """
        if user is not None and user.is_authenticated and user.is_active and user.is_superuser:
            return self.all()
        audiences = [Audience.PUBLIC, *([Audience.NETWORK] if is_of_network(user) else [])]
        opened = Q(state=MeetingState.APPROVED, audience__in=audiences) & Q(
            group__in=WorkingGroupPage.objects.visible_to(user).order_by().values("pk")
        )
        if user is None or not user.is_authenticated:
            return self.filter(opened)
        return self.filter(opened | Q(group__in=groups_of(user)))


class Meeting(models.Model):
    """One meeting, numbered within its group. `title` is translated.

    Days and times are those of the place. The record is written in `language`; `readable_in` are the languages in which
    all of it can be read. `guests` has a line for each guest, "name; role": the name is for the group alone.
    `plan_reason` says to the group why it is postponed or cancelled. `sequence` counts the changes that calendars have
    to know of.
    """

    group = models.ForeignKey(
        WorkingGroupPage, verbose_name=_("working group"), related_name="meetings", on_delete=models.CASCADE
    )
    number = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=200)
    start = models.DateField(_("first day"))
    end = models.DateField(_("last day"))
    start_time = models.TimeField(_("begins at"), null=True, blank=True)
    end_time = models.TimeField(_("ends at"), null=True, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, default=settings.TIME_ZONE, choices=TIME_ZONES)
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("link to take part"), blank=True, max_length=500)
    spoken = SpokenLanguagesField(_("languages spoken"), blank=True)
    language = models.CharField(
        _("language of the record"),
        max_length=3,
        default="en",
        choices=[(code, BY_CODE[code].native_name) for code in CONTENT_CODES],
    )
    readable_in = SpokenLanguagesField(_("languages that it can be read in"), blank=True, editable=False)
    is_translation_wanted = models.BooleanField(_("translation requested"), default=False)
    guests = models.TextField(_("guests"), blank=True)
    documents = models.ManyToManyField(PortalDocument, verbose_name=_("documents"), blank=True, related_name="+")

    plan = models.CharField(
        _("is it held?"), max_length=10, choices=MeetingPlan.choices, default=MeetingPlan.ON, editable=False
    )
    plan_reason = models.TextField(_("reason"), blank=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=MeetingState.choices, default=MeetingState.DRAFT)
    audience = models.CharField(_("who reads it"), max_length=10, choices=Audience.choices, default=Audience.GROUP)
    note = models.TextField(_("note of the chair"), blank=True)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.SET_NULL, null=True, editable=False
    )
    submitted_at = models.DateTimeField(null=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.SET_NULL, null=True, editable=False
    )
    approved_at = models.DateTimeField(null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.SET_NULL, null=True, editable=False
    )

    objects: ClassVar[MeetingQuerySet] = MeetingQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-start", "-number", "-pk"]
        indexes = [models.Index(fields=["group", "-start"]), models.Index(fields=["state", "audience", "start"])]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["group", "number"], name="one_meeting_a_number"),
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="meeting_ends_after"),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.start.year}: {self.title}"

    @property
    def starts_at(self) -> datetime | None:
        """The moment of the beginning, in the time zone of the place; None when only the day is known."""
        return moment_at(self.start, self.start_time, self.time_zone)

    @property
    def ends_at(self) -> datetime | None:
        """The moment of the end; None when it is not known, or not when it begins."""
        return moment_at(self.end, self.end_time, self.time_zone) if self.start_time else None

    @property
    def citation(self) -> str:
        """As it is cited: number and year, "1/2023"."""
        return f"{self.number}/{self.start.year}"

    @property
    def is_off(self) -> bool:
        """Whether it is postponed or cancelled: on the day that it names nobody meets."""
        return self.plan != MeetingPlan.ON

    @property
    def is_writable(self) -> bool:
        return self.state == MeetingState.DRAFT and not self.is_off

    @property
    def guest_list(self) -> list[tuple[str, str]]:
        """Each guest's name and role; the role is "" where none was said."""
        parts = [line.partition(";") for line in self.guests.splitlines() if line.strip()]
        return [(name.strip(), role.strip()) for name, _semicolon, role in parts]


class Attendance(models.Model):
    """A member who was there, or was excused; of others nothing is said."""

    meeting = models.ForeignKey(Meeting, related_name="attendances", on_delete=models.CASCADE)
    member = models.ForeignKey(Member, verbose_name=_("member"), related_name="+", on_delete=models.CASCADE)
    is_excused = models.BooleanField(_("excused"), default=False)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["meeting", "member"], name="one_attendance_a_member")
        ]

    def __str__(self) -> str:
        return str(self.member)


def groups_of(user: Any) -> Any:
    """The keys of the working groups that the user is in now, as a subquery."""
    return GroupMembership.objects.of(user).values("group")


def is_of_network(user: Any) -> bool:
    """Whether the user is a member of the network: what is open to it is closed to other accounts."""
    return belongs_to(user, NETWORK_MEMBERS)
