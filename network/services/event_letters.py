"""Letters about events and meetings: that there is one, that it changed or is cancelled, that it is near.

Nothing waits in a queue. What somebody has to be told follows from what they know (`EventFollower`) and what is
published, so a run that is left out is made up for by the next, and what changed twice in between is told once.
"""

from __future__ import annotations

import logging
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from django.db import transaction
from django.db.models import F, Q, QuerySet

from network.models import EventFollower, EventPage, GroupMembership, Meeting, MeetingPlan
from network.notification_kinds import EVENTS, MEETINGS
from network.queries.memberships import role_in
from network.reading.event_changes import facts_of
from network.reading.event_letters import letter_about
from portal.accounts.models import User
from portal.accounts.notifications import wants
from portal.core.registries.notifications import Frequency

logger = logging.getLogger(__name__)

#: Days before the first day from which on somebody is reminded.
DAYS_BEFORE: Final = 3
_ROWS_AT_ONCE: Final = 500


class LetterKind(StrEnum):
    ANNOUNCED = "announced"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    REMINDER = "reminder"


def follow(*, user: User, event: EventPage) -> None:
    """Somebody will come to an event and wants to hear of it. Saying it twice is harmless, also after an end."""
    seen = {"told": event.sequence, "known": facts_of(event)}
    follower, is_new = EventFollower.objects.get_or_create(user=user, event=event, defaults=seen)
    if not is_new and not follower.is_wanted:
        EventFollower.objects.filter(pk=follower.pk).update(is_wanted=True, **seen)


def end_letters(follower: EventFollower) -> None:
    """No more letters about this one; the row stays, so that a member of a group is not told of it anew."""
    EventFollower.objects.filter(pk=follower.pk).update(is_wanted=False)


def send_event_letters(today: date) -> tuple[int, int]:
    """Writes to everybody who has to be told something: how many letters were sent, and how many could not be."""
    _follow_meetings(today)
    sent = failed = 0
    for key in [*_due("event", today, Q(event__live=True)), *_due("meeting", today, Q())]:
        try:
            sent += _tell(key, today)
        except Exception:
            # Whatever is wrong with one address keeps nobody else from their letter.
            logger.exception("The letter to follower %s of an event was not sent", key)
            failed += 1
    return sent, failed


def _follow_meetings(today: date) -> None:
    """Members of a group are told of its meetings without asking; sample meetings are told to nobody."""
    to_come = Q(group__meetings__start__gte=today, group__meetings__is_sample=False, member__user__is_active=True)
    members = GroupMembership.objects.active().filter(to_come).order_by()
    pairs = set(members.values_list("member__user", "group__meetings"))
    known = EventFollower.objects.filter(meeting__start__gte=today).values_list("user", "meeting")
    rows = [EventFollower(user_id=user, meeting_id=meeting) for user, meeting in sorted(pairs - set(known))]
    EventFollower.objects.bulk_create(rows, batch_size=_ROWS_AT_ONCE, ignore_conflicts=True)


def _due(what: str, today: date, published: Q) -> QuerySet[EventFollower, int]:
    """The keys of those who may have to be told something; which, and whether, is asked when the row is locked."""
    is_near = Q(**{f"{what}__start__range": (today, today + timedelta(days=DAYS_BEFORE))})
    is_news = Q(told=None) | Q(told__lt=F(f"{what}__sequence"))
    reminded = Q(reminded_for__isnull=False, reminded_for=F(f"{what}__start"))
    there = EventFollower.objects.filter(published, Q(**{f"{what}__end__gte": today}), is_wanted=True)
    return there.filter(is_news | (is_near & ~reminded)).order_by("pk").values_list("pk", flat=True)


def _tell(key: int, today: date) -> bool:
    """Writes to one person, if there is something to say; whether it did. Raises what the mail server says against it.

    The row is held and marked first, and the letter sent last, so that nothing but the end of the transaction can still
    fail, and two runs at once send it once. If a machine stops in just that moment the letter goes out again, under the
    same Message-ID, by which mail programs know it.
    """
    with transaction.atomic():
        rows = EventFollower.objects.select_for_update(of=("self",)).select_related("user", "event", "meeting__group")
        follower = rows.filter(pk=key, is_wanted=True).first()
        about = (follower.event or follower.meeting) if follower is not None else None
        if follower is None or about is None:
            return False
        kind = _kind(follower, about, today)
        if kind is None:
            return False
        known = follower.known
        follower.told, follower.known = about.sequence, facts_of(about)
        if about.start <= today + timedelta(days=DAYS_BEFORE):
            # Whoever hears of a change so late is reminded by it.
            follower.reminded_for = about.start
        follower.save(update_fields=["told", "known", "reminded_for"])
        letter = letter_about(follower, about, kind, known) if _may_be_told(follower.user, about) else None
        if letter is None:
            return False
        letter.send()
    return True


def _kind(follower: EventFollower, about: EventPage | Meeting, today: date) -> LetterKind | None:
    """What there is to say; None when nothing is."""
    off = _off(about)
    if follower.told is None:
        # What nobody knew of need not be taken back; if it is held after all, it is announced then.
        return None if off else LetterKind.ANNOUNCED
    if follower.told < about.sequence:
        return off or LetterKind.CHANGED
    is_near = today <= about.start <= today + timedelta(days=DAYS_BEFORE)
    return LetterKind.REMINDER if is_near and not off and follower.reminded_for != about.start else None


def _off(about: EventPage | Meeting) -> LetterKind | None:
    """What is said of it when it is not held; None when it is."""
    if isinstance(about, EventPage):
        return LetterKind.CANCELLED if about.is_cancelled else None
    if not about.is_off:
        return None
    return LetterKind.CANCELLED if about.plan == MeetingPlan.CANCELLED else LetterKind.POSTPONED


def _may_be_told(user: User, about: EventPage | Meeting) -> bool:
    """Whether they have an account that works, may still see it, and want such letters."""
    if not user.is_active:
        return False
    if wants(user, EVENTS if isinstance(about, EventPage) else MEETINGS) == Frequency.NEVER:
        return False
    if isinstance(about, Meeting):
        return role_in(user, about.group) is not None
    return EventPage.objects.visible_to(user).filter(pk=about.pk).exists()
