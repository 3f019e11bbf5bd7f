"""Proposals to the draft of a record: made by members, accepted or declined by chair or secretary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from network.models import (
    AgendaItem,
    Amendment,
    AmendmentState,
    AmendmentTarget,
    Meeting,
    Outcome,
)
from network.rules.amendments import SETTLED_IN, may_be_proposed, seen, text_now
from network.rules.meetings import rights_of
from network.services.approval import NotPossible, locked_meeting, write_of
from portal.accounts.models import User


class Changed(NotPossible):
    """The text is another than the one that was seen; `now` is what it says."""

    def __init__(self, now: str) -> None:
        super().__init__(_("The text was changed meanwhile. Look at it once more: nothing is done yet."))
        self.now = now


@dataclass(frozen=True, slots=True)
class Place:
    """A text of a record: of an item, or of one of its outcomes."""

    target: AmendmentTarget
    item: AgendaItem
    outcome: Outcome | None = None

    @property
    def name(self) -> str:
        """As it stands in addresses, "outcome-7"."""
        return f"{self.target.value}-{self.outcome.pk if self.outcome is not None else self.item.pk}"


def place_of(meeting: Meeting, name: str) -> Place | None:
    """The text of this record that is called so; None when there is none (one query)."""
    target, _dash, key = name.partition("-")
    if target not in AmendmentTarget.values or not key.isdecimal() or len(key) > 9:
        return None
    if target == AmendmentTarget.OUTCOME:
        outcome = Outcome.objects.filter(item__meeting=meeting, pk=int(key)).select_related("item").first()
        return Place(AmendmentTarget.OUTCOME, outcome.item, outcome) if outcome is not None else None
    item = AgendaItem.objects.filter(meeting=meeting, pk=int(key)).first()
    return Place(AmendmentTarget(target), item) if item is not None else None


def propose(
    *, meeting: Meeting, place: str, user: Any, key: str, text: str, reason: str, kind: str = "", saw: str = ""
) -> Amendment:
    """Keeps a proposal to a circulated draft; sent twice, it is kept once. `saw` is `seen()` of the text on the form.

    Raises Changed when the text is another by now, NotPossible when nothing can be proposed there any more.
    """
    with transaction.atomic():
        locked = locked_meeting(meeting)
        if (sent := Amendment.objects.filter(meeting=locked, key=key).first()) is not None:
            return sent
        if not rights_of(user, locked.group).record:
            raise NotPossible(_("You are not a member of this working group any more."))
        if not may_be_proposed(locked):
            raise NotPossible(_("The draft is not with the members any more: nothing can be proposed."))
        found = place_of(locked, place)
        if found is None:
            raise NotPossible(_("This text was taken out of the record meanwhile."))
        now = text_now(locked, found.target, found.item, found.outcome)
        if seen(now) != saw:
            raise Changed(now)
        return Amendment.objects.create(
            meeting=locked,
            key=key,
            target=found.target,
            item=found.item,
            outcome=found.outcome,
            kind=kind,
            before=now,
            text=text,
            reason=reason,
            proposer=user,
        )


def accept(*, amendment: Amendment, user: Any, text: str, saw: str) -> Amendment:
    """Puts `text` into the record: the proposed one, or what was made of it and of the text as it is by now.

    `saw` is `seen()` of the text of the record beside which it was shown. Decided twice, the first decision stands.
    Raises Changed when the record says something else by now, NotPossible when it cannot be put in.
    """
    with transaction.atomic():
        locked, one = _locked(amendment, user)
        if one.state != AmendmentState.OPEN:
            return one
        if one.item is None or (one.target == AmendmentTarget.OUTCOME and one.outcome is None):
            raise NotPossible(
                _("The text was taken out of the record. Decline the proposal, and say what became of it.")
            )
        now = text_now(locked, one.target, one.item, one.outcome)
        if seen(now) != saw:
            raise Changed(now)
        _put(locked, one, one.item, text)
        one.result = text
        Meeting.objects.filter(pk=locked.pk).update(changed_at=timezone.now(), changed_by=user)
        return _decide(locked, one, user, AmendmentState.ACCEPTED)


def decline(*, amendment: Amendment, user: Any, answer: str) -> Amendment:
    """Leaves the record as it is and tells the proposer why. Decided twice, the first decision stands."""
    with transaction.atomic():
        locked, one = _locked(amendment, user)
        if one.state != AmendmentState.OPEN:
            return one
        one.answer = answer
        return _decide(locked, one, user, AmendmentState.DECLINED)


def _locked(amendment: Amendment, user: Any) -> tuple[Meeting, Amendment]:
    locked = locked_meeting(amendment.meeting)
    if not rights_of(user, locked.group).settle:
        raise NotPossible(_("Only chair, secretary or an editor decide on proposals."))
    if locked.state not in SETTLED_IN:
        raise NotPossible(_("The record is no draft any more: nothing is decided on now."))
    return locked, Amendment.objects.select_related("item", "outcome", "proposer").get(pk=amendment.pk)


def _put(meeting: Meeting, one: Amendment, item: AgendaItem, text: str) -> None:
    column = f"text_{meeting.language}"
    if one.target == AmendmentTarget.NEW_OUTCOME:
        last = item.outcomes.aggregate(last=Max("position"))["last"] or 0
        outcome = Outcome(item=item, key=one.key, kind=one.kind, position=last + 1)
        setattr(outcome, column, text)
        outcome.save()
        one.outcome = outcome
    elif one.target == AmendmentTarget.OUTCOME and one.outcome is not None:
        setattr(one.outcome, column, text)
        one.outcome.save()
    else:
        setattr(item, f"{one.target}_{meeting.language}", text)
        item.save()


def _decide(meeting: Meeting, one: Amendment, user: Any, state: AmendmentState) -> Amendment:
    one.state, one.decided_by, one.decided_at = state, user, timezone.now()
    one.save()
    if one.proposer is not None and one.proposer.pk != user.pk:
        _tell(one.proposer, meeting, one)
    return one


def _tell(user: User, meeting: Meeting, one: Amendment) -> None:
    # Who has left the group hears no more of what is in its records.
    if not rights_of(user, meeting.group).internal:
        return
    write_of(
        user,
        "network/email/amendment",
        meeting,
        "network:meeting",
        amendment=one,
        is_accepted=one.state == AmendmentState.ACCEPTED,
        is_reworded=one.result != one.text,
    )
