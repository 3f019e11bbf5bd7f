"""Proposals to a draft, each beside the text that it is about, for people of the group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from network.models import Amendment, AmendmentState, AmendmentTarget, Meeting
from network.recording.amending import DecisionForm, ProposalForm
from network.rules.amendments import SETTLED_IN, may_be_proposed, text_now
from network.rules.meetings import Rights
from network.services.amendments import place_of
from portal.core.difference import Part, differences


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody is doing on the page: writing a proposal to a text (`place`), or deciding on one (`pk`)."""

    place: str = ""
    proposal: ProposalForm | None = None
    pk: int = 0
    decision: DecisionForm | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A proposal. `parts` are its difference to the text of now, `proposed` to the text that the proposer saw."""

    one: Amendment
    target: str
    by: str
    parts: list[Part]
    proposed: list[Part]
    is_stale: bool = False
    form: DecisionForm | None = None
    url: str = ""


@dataclass(slots=True)
class Spot:
    """A text of the record: what is proposed to it, and where one proposes something."""

    name: str
    target: str
    propose_url: str = ""
    form: ProposalForm | None = None
    lines: list[Line] = field(default_factory=list)


def asked_for(meeting: Meeting, name: str, rights: Rights) -> Asked:
    """The form at the text that is called so; nothing when there is none, or nothing can be proposed to it."""
    place = place_of(meeting, name) if name and rights.record and may_be_proposed(meeting) else None
    if place is None:
        return Asked()
    now = text_now(meeting, place.target, place.item, place.outcome)
    return Asked(place=place.name, proposal=ProposalForm(place=place.name, target=place.target, now=now))


def amendments_context(meeting: Meeting, agenda: list[dict[str, Any]], rights: Rights, asked: Asked) -> dict[str, Any]:
    """Puts a Spot to every text of the agenda (one query). What is decided, and what lost its text, is apart."""
    if not rights.internal:
        return {}
    rows = meeting.amendments.select_related("item", "outcome", "proposer", "decided_by").order_by("pk")
    lines = [_line(one, meeting, rights, asked) for one in rows]
    waiting: dict[str, list[Line]] = {}
    for line in lines:
        if line.one.state == AmendmentState.OPEN:
            waiting.setdefault(_place(line.one), []).append(line)
    proposes = rights.record and may_be_proposed(meeting)
    for item in agenda:
        item["amending"] = {
            target.value: _spot(target, item["pk"], waiting, proposes, asked)
            for target in (AmendmentTarget.TITLE, AmendmentTarget.TEXT, AmendmentTarget.NEW_OUTCOME)
        }
        for outcome in item["outcomes"]:
            outcome["amending"] = _spot(AmendmentTarget.OUTCOME, outcome["pk"], waiting, proposes, asked)
    return {
        "propose_url": reverse("network:propose_amendment", args=[meeting.pk]),
        "amending": {"lines": [line for left in waiting.values() for line in left]},
        "settled": [line for line in reversed(lines) if line.one.state != AmendmentState.OPEN],
        "number_open": sum(line.one.state == AmendmentState.OPEN for line in lines),
    }


def _spot(target: AmendmentTarget, pk: int, waiting: dict[str, list[Line]], proposes: bool, asked: Asked) -> Spot:
    """What it takes from `waiting` has found its place."""
    name = f"{target.value}-{pk}"
    spot = Spot(name, target.value, lines=waiting.pop(name, []))
    if proposes:
        spot.propose_url = f"?propose={name}#proposing"
        spot.form = asked.proposal if asked.place == name else None
    return spot


def _place(one: Amendment) -> str:
    key = one.outcome_id if one.target == AmendmentTarget.OUTCOME else one.item_id
    return f"{one.target}-{key}"


def _line(one: Amendment, meeting: Meeting, rights: Rights, asked: Asked) -> Line:
    now = text_now(meeting, one.target, one.item, one.outcome) if one.item is not None else ""
    is_open = one.state == AmendmentState.OPEN
    form = None
    if is_open and rights.settle and meeting.state in SETTLED_IN:
        fresh = DecisionForm(pk=one.pk, target=one.target, now=now, proposed=one.text)
        form = asked.decision if asked.pk == one.pk and asked.decision is not None else fresh
    return Line(
        one=one,
        target=one.get_kind_display() if one.kind else one.get_target_display(),
        by=one.proposer.get_full_name() if one.proposer is not None else "",
        parts=differences(now, one.text) if is_open else [],
        proposed=differences(one.before, one.text),
        is_stale=is_open and now != one.before,
        form=form,
        url=reverse("network:decide_amendment", args=[meeting.pk, one.pk]),
    )


def with_amendments(context: Mapping[str, Any], meeting: Meeting, rights: Rights, asked: Asked) -> dict[str, Any]:
    return {**context, **amendments_context(meeting, context["agenda"], rights, asked)}
