"""The way of a record to its readers: sent to the chair, sent back, approved, taken back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Collection, PageViewRestriction

from network.models import (
    AmendmentState,
    Audience,
    GroupMembership,
    GroupOutputPage,
    GroupRole,
    Meeting,
    MeetingState,
    Outcome,
    OutcomeKind,
    RecordTranslation,
    WorkingGroupPage,
)
from network.queries.meetings import items_of, names_found
from network.rules.meetings import rights_of, why_not_held, why_not_writable
from network.rules.names import Found
from network.translating.units import state_of_record, units_of
from portal.accounts.mail import send_to_user
from portal.accounts.models import User
from portal.accounts.roles import ADMINISTRATORS, EDITORS, NETWORK_MEMBERS
from portal.core.content_language.readiness import State
from portal.core.files.closed_collections import new_closed_collection
from portal.core.languages.catalogue import CONTENT_CODES, get_language
from portal.core.models import PortalDocument
from portal.core.pages.addresses import absolute
from portal.members.models.spoken_languages import joined


class NotPossible(Exception):
    """It cannot be done; the message says why, in the reader's language."""


class NamesFound(NotPossible):
    """Names stand in texts that others would read; `found` says where."""

    def __init__(self, found: list[Found]) -> None:
        super().__init__(_("Names of people stand in the texts. Take them out, or confirm that they may be read."))
        self.found = found


def submit(*, meeting: Meeting, user: Any) -> Meeting:
    """Sends the record to the chair, who is told by e-mail. Sent twice, it is sent once. Raises NotPossible."""
    with transaction.atomic():
        locked = locked_meeting(meeting)
        if locked.state == MeetingState.SUBMITTED:
            return locked
        if not rights_of(user, locked.group).record:
            raise NotPossible(_("You are not a member of this working group any more."))
        is_circulated = locked.state == MeetingState.CIRCULATED
        if reason := "" if is_circulated else why_not_writable(locked):
            raise NotPossible(reason)
        if reason := why_not_complete(locked) or why_not_settled(locked):
            raise NotPossible(reason)
        locked.state, locked.submitted_by, locked.submitted_at = MeetingState.SUBMITTED, user, timezone.now()
        locked.note = ""
        locked.save(update_fields=["state", "submitted_by", "submitted_at", "note"])
        for person in people_in_role(locked.group, GroupRole.CHAIR):
            write_of(person, "network/email/submitted", locked, "network:approve_meeting")
    return locked


def send_back(*, meeting: Meeting, user: Any, note: str) -> Meeting:
    """Gives the record back to who sent it, with a note. Raises NotPossible."""
    with transaction.atomic():
        locked = locked_meeting(meeting)
        _may_decide(user, locked)
        if locked.state != MeetingState.SUBMITTED:
            raise NotPossible(_("This record does not wait for approval."))
        locked.state, locked.note = MeetingState.DRAFT, note
        locked.save(update_fields=["state", "note"])
        if locked.submitted_by is not None:
            write_of(locked.submitted_by, "network/email/sent_back", locked, "network:record_meeting")
    return locked


def approve(
    *, meeting: Meeting, user: Any, audience: Audience, names_confirmed: bool = False, translate: bool = False
) -> Meeting:
    """Makes the record final and opens it to its readers; decisions and action points get their numbers.

    Approved twice, also at the same moment, it is approved once: the second finds it approved and changes nothing.
    Raises NamesFound or NotPossible.
    """
    with transaction.atomic():
        locked = locked_meeting(meeting)
        _may_decide(user, locked)
        if locked.state == MeetingState.APPROVED:
            return locked
        if reason := why_not_complete(locked) or why_not_settled(locked):
            raise NotPossible(reason)
        if audience != Audience.GROUP and not names_confirmed and (found := names_found(locked)):
            raise NamesFound(found)
        _number_outcomes(locked)
        _publish_outputs(locked, user, audience)
        locked.state, locked.audience, locked.note = MeetingState.APPROVED, audience, ""
        locked.approved_by, locked.approved_at = user, timezone.now()
        locked.is_translation_wanted = translate
        locked.readable_in = joined(languages_of(locked))
        locked.sequence += 1
        locked.save()
        for person in _concerned(locked):
            write_of(person, "network/email/approved", locked, "network:meeting")
    return locked


def take_back(*, meeting: Meeting, user: Any) -> Meeting:
    """Opens an approved record for changes: until it is approved anew, only the group reads it. Raises NotPossible."""
    with transaction.atomic():
        locked = locked_meeting(meeting)
        _may_decide(user, locked)
        if locked.state == MeetingState.APPROVED:
            locked.state = MeetingState.DRAFT
            locked.sequence += 1
            locked.save(update_fields=["state", "sequence"])
            _note_translations(locked)
    return locked


def _note_translations(meeting: Meeting) -> None:
    """What was readable without a translator (it came with the record) was made from the texts of now."""
    items = items_of(meeting)
    for code in meeting.readable_in.split():
        if code != meeting.language:
            source = {unit.name: unit.source for unit in units_of(meeting, items, code)}
            RecordTranslation.objects.get_or_create(
                meeting=meeting, language=code, defaults={"is_ready": True, "source": source}
            )


def why_not_complete(meeting: Meeting) -> str:
    """What a record still needs before it can be sent or approved, in the reader's language; "" if nothing."""
    if reason := why_not_held(meeting):
        return reason
    if meeting.start > timezone.localdate():
        return _("The meeting has not taken place yet.")
    if not meeting.items.exists():
        return _("Nothing is recorded yet: add what was spoken of.")
    for output in meeting.outputs.filter(live=False):
        code = output.source_language
        if not getattr(output, f"summary_{code}"):
            return _("Say in two or three sentences what “%(title)s” is.") % {
                "title": getattr(output, f"headline_{code}")
            }
    return ""


def why_not_settled(meeting: Meeting) -> str:
    """Which proposals of members are still to be decided on before the record goes on; "" if none."""
    number = meeting.amendments.filter(state=AmendmentState.OPEN).count()
    if not number:
        return ""
    said = ngettext(
        "%(number)s proposal is still open: accept or decline it first.",
        "%(number)s proposals are still open: accept or decline them first.",
        number,
    )
    return said % {"number": number}


def languages_of(meeting: Meeting) -> list[str]:
    """The languages in which every text of the record is written; the first is its own.

    What translators have not marked as ready is not among them, and what they translated from another text neither.
    """
    items = items_of(meeting)
    things: list[tuple[Any, str]] = [(meeting, "title"), *((item, "title") for item in items)]
    things += [(item, "text") for item in items if getattr(item, f"text_{meeting.language}")]
    things += [(one, "text") for item in items for one in item.outcomes.all()]
    complete = {code for code in CONTENT_CODES if all(getattr(thing, f"{name}_{code}") for thing, name in things)}
    for row in meeting.translations.all():
        if state_of_record(meeting, units_of(meeting, items, row.language), row.language, row) != State.READY:
            complete.discard(row.language)
    return sorted({meeting.language, *complete}, key=lambda code: code != meeting.language)


def locked_meeting(meeting: Meeting) -> Meeting:
    """Whoever changes a record holds its row: one after the other."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("group").get(pk=meeting.pk)


def settled_meeting(meeting: Meeting, user: Any) -> Meeting:
    """The same for what chair, secretary and editors do. Raises NotPossible for anybody else."""
    locked = locked_meeting(meeting)
    if not rights_of(user, locked.group).settle:
        raise NotPossible(_("Only chair, secretary or an editor does this."))
    return locked


def _may_decide(user: Any, meeting: Meeting) -> None:
    if not rights_of(user, meeting.group).approve:
        raise NotPossible(_("Only the chair or an editor does this."))


def _number_outcomes(meeting: Meeting) -> None:
    """Numbers that were given stay, also when something before them was taken away: they may have been cited."""
    for kind in (OutcomeKind.DECISION, OutcomeKind.ACTION):
        of_kind = Outcome.objects.filter(item__meeting=meeting, kind=kind)
        last = of_kind.aggregate(last=Max("number"))["last"] or 0
        unnumbered = of_kind.filter(number=None).order_by("item__position", "item__pk", "position", "pk")
        for number, outcome in enumerate(unnumbered, start=last + 1):
            outcome.number = number
            outcome.save(update_fields=["number"])


def _publish_outputs(meeting: Meeting, user: Any, audience: Audience) -> None:
    groups = _readers(meeting.group, audience)
    for output in GroupOutputPage.objects.filter(meeting=meeting, live=False):
        if audience != Audience.PUBLIC:
            restriction, _made = PageViewRestriction.objects.get_or_create(
                page=output, defaults={"restriction_type": PageViewRestriction.GROUPS}
            )
            restriction.groups.set(groups)
        if audience != Audience.GROUP:
            keys = [block["value"] for block in output.attachments.raw_data if block["value"]]
            own = PortalDocument.objects.filter(pk__in=keys, collection=meeting.group.collection)
            own.update(collection=_shelf(audience, groups))
        try:
            # That this person decides it, `_may_decide` has said: the chair publishes in no other way.
            output.save_revision(user=user).publish(user=user, skip_permission_checks=True)
        except ValidationError as error:
            raise NotPossible(" ".join(error.messages)) from error


def _readers(group: WorkingGroupPage, audience: Audience) -> list[Group]:
    """The groups of users whose members read what is open to this audience; for the public none is named."""
    names = [EDITORS, ADMINISTRATORS, *([NETWORK_MEMBERS] if audience == Audience.NETWORK else [])]
    own = [group.access_group] if group.access_group is not None else []
    return [*Group.objects.filter(name__in=names), *own]


def _shelf(audience: Audience, groups: Iterable[Group]) -> Collection:
    """Where files of outputs lie that others than the group may have."""
    name = f"Outputs of working groups: {audience.value}"
    found = Collection.objects.filter(name=name).first()
    if found is not None:
        return found
    if audience == Audience.NETWORK:
        return new_closed_collection(name, [group for group in groups if not hasattr(group, "working_group")])
    return Collection.get_first_root_node().add_child(name=name)


def people_in_role(group: WorkingGroupPage, *roles: GroupRole) -> list[User]:
    """Whoever has one of these roles now and gets in."""
    current = GroupMembership.objects.active().filter(group=group, role__in=roles)
    return [one.member.user for one in current.select_related("member__user").order_by("pk")]


def _concerned(meeting: Meeting) -> list[User]:
    """Who sent it, the secretary, and whoever has something to do; each once, the approver not."""
    people = people_in_role(meeting.group, GroupRole.SECRETARY)
    if meeting.submitted_by is not None:
        people.append(meeting.submitted_by)
    of_group = GroupMembership.objects.active().filter(group=meeting.group)
    owners = of_group.filter(
        member__action_points__item__meeting=meeting, member__action_points__kind=OutcomeKind.ACTION
    )
    people += [one.member.user for one in owners.select_related("member__user").order_by("pk")]
    return [person for person in dict.fromkeys(people) if person.pk != meeting.approved_by_id]


def write_of(user: User, template: str, meeting: Meeting, route: str, **facts: Any) -> None:
    """Writes to somebody about a record, with the address of what they can do with it; `facts` are of the template."""
    language = get_language(user.language)
    with translation.override(language.code):
        url = absolute(reverse(route, args=[meeting.pk]))
    send_to_user(
        user,
        template,
        {
            "meeting": meeting,
            "title": getattr(meeting, f"title_{meeting.language}"),
            "url": url,
            "note": meeting.note,
            "site_name": settings.WAGTAIL_SITE_NAME,
            **facts,
        },
    )
