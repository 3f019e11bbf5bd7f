"""Who is written to about an event or a meeting: reminded of it, and told when it changes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.models.event import EventPage
from network.models.meeting import Meeting

_signer = Signer(sep="~", salt="network.event-letters")


class EventFollowerQuerySet(models.QuerySet["EventFollower"]):
    def of_token(self, token: str) -> EventFollower | None:
        """The one whose letters have this token in their link; None for a token that leads nowhere (any more)."""
        try:
            key = _signer.unsign(token)
        except BadSignature:
            return None
        return self.filter(pk=int(key)).first()


class EventFollower(models.Model):
    """One person, and one event that they said they will come to, or one meeting of a group that they are in.

    `told` is the number of the last change that the person knows of (`sequence` of event or meeting), None while they
    know of nothing; `known` is what it was then (`network.reading.event_changes.facts_of`), so that a letter can say
    what is another now; `reminded_for` the first day that they were reminded of. What was sent is written here in the
    transaction that sends it. Who stopped the letters keeps the row, so that the next run does not begin anew.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("user"), related_name="events_followed", on_delete=models.CASCADE
    )
    event = models.ForeignKey(EventPage, null=True, related_name="followers", on_delete=models.CASCADE)
    meeting = models.ForeignKey(Meeting, null=True, related_name="followers", on_delete=models.CASCADE)
    is_wanted = models.BooleanField(default=True)
    told = models.PositiveIntegerField(null=True)
    known = models.JSONField(default=dict, blank=True)
    reminded_for = models.DateField(null=True)

    objects: ClassVar[EventFollowerQuerySet] = EventFollowerQuerySet.as_manager()  # type: ignore[assignment]
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("follower of an event")
        verbose_name_plural = _("followers of events")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(event=None, meeting__isnull=False) | Q(event__isnull=False, meeting=None),
                name="follows_an_event_or_a_meeting",
            ),
            models.UniqueConstraint(fields=["event", "user"], name="follows_an_event_once"),
            models.UniqueConstraint(fields=["meeting", "user"], name="follows_a_meeting_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.event or self.meeting}"

    @property
    def token(self) -> str:
        """Stands in the link that ends the letters: who has it, has a letter."""
        return _signer.sign(str(self.pk))
