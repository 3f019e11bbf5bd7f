"""Changing action points, and taking them along to the next meeting."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from network.models import ActionChange, ActionStatus, AgendaItem, Meeting, Outcome, OutcomeKind
from network.models.outcome import UNFINISHED
from network.queries.meetings import next_meeting
from network.recording.parts import new_key


def change_action(*, action: Outcome, user: Any, status: ActionStatus, note: str) -> None:
    """Another status, or only a note; both stay in the history."""
    with transaction.atomic():
        locked = Outcome.objects.select_for_update(of=("self",)).get(pk=action.pk)
        locked.status = status
        locked.save(update_fields=["status"])
        ActionChange.objects.create(outcome=locked, user=user, status=status, note=note)
    action.status = status


def carry_over(*, meeting: Meeting) -> tuple[Meeting | None, int]:
    """Puts the unfinished action points of a meeting on the agenda of the next one; returns that one and how many.

    What was carried over stays where it is and is carried over once, however often this is asked for. None when no
    next meeting is planned.
    """
    with transaction.atomic():
        target = next_meeting(meeting, timezone.localdate())
        if target is None:
            return None, 0
        target = Meeting.objects.select_for_update(of=("self",)).get(pk=target.pk)
        actions = Outcome.objects.select_for_update(of=("self",)).filter(
            item__meeting=meeting, kind=OutcomeKind.ACTION, status__in=UNFINISHED, carried_to=None
        )
        last = target.items.aggregate(last=Max("position"))["last"] or 0
        carried = 0
        for action in actions.order_by("item__position", "position", "pk"):
            last += 1
            item = AgendaItem(meeting=target, key=new_key(), position=last, presenter_id=action.responsible_id)
            text = getattr(action, f"text_{meeting.language}") or ""
            title = _("Action point %(code)s of meeting %(number)s") % {
                "code": action.code,
                "number": meeting.citation,
            }
            setattr(item, f"title_{target.language}", " ".join(title.split()))
            setattr(item, f"text_{target.language}", text)
            item.save()
            action.carried_to = item
            action.save(update_fields=["carried_to"])
            carried += 1
    return target, carried
