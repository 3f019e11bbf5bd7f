"""What the network holds of a person: groups, profile, what they say they have done, messages, blocks."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from network.models import (
    Amendment,
    EventFollower,
    Experience,
    GroupMembership,
    MessageBlock,
    MessageReport,
    RelayedMessage,
)
from portal.accounts.models import User
from portal.core.registries.personal_data import Fact, PersonalData, register_personal_data
from portal.members.models import Profile
from portal.members.visibility import FIELDS

_PARTS = ("key", "listed_since", "bio", "language", "is_trainer", "is_mentor", "is_speaker")


def directory(user: User) -> PersonalData:
    """Words for searching are made of these, and are not told apart. Of the photo it says that there is one."""
    names = (*_PARTS, *(f"{name}_for" for name in FIELDS))
    profiles = Profile.objects.filter(member__user=user)
    records = [
        [
            *(Fact(name, _label(name), getattr(profile, name)) for name in names),
            Fact("photo", _("Photo"), bool(profile.photo)),
        ]
        for profile in profiles
    ]
    return PersonalData("directory", _("Directory"), records)


def _label(name: str) -> str:
    return str(getattr(Profile._meta.get_field(name), "verbose_name", name))


def experiences(user: User) -> PersonalData:
    rows = Experience.objects.filter(member__user=user).select_related("page")
    records = [[Fact("page", _("Page"), row.page.title), Fact("said_at", _("said on"), row.said_at)] for row in rows]
    return PersonalData("experiences", _("Has done"), records)


def messages(user: User) -> PersonalData:
    """Those that are still kept, sent and received, and those that were reported by this person or against them."""
    kept = RelayedMessage.objects.filter(Q(sender__user=user) | Q(recipient__user=user))
    reports = MessageReport.objects.filter(Q(sender__user=user) | Q(reporter__user=user))
    records = [
        [
            Fact("sender", _("From:"), row.sender.name),
            Fact("recipient", _("To:"), row.recipient.name),
            Fact("at", _("Date"), row.sent_at),
            Fact("subject", _("Subject"), row.subject),
            Fact("text", _("Message"), row.text),
        ]
        for row in kept.select_related("sender__user", "recipient__user").order_by("pk")
    ]
    records += [
        [
            Fact("reported_at", _("reported on"), row.reported_at),
            Fact("subject", _("Subject"), row.subject),
            Fact("text", _("Message"), row.text),
        ]
        for row in reports
    ]
    return PersonalData("messages", _("Messages"), records)


def blocks(user: User) -> PersonalData:
    rows = MessageBlock.objects.filter(owner__user=user).select_related("blocked__user").order_by("pk")
    records = [[Fact("name", _("Name"), row.blocked.name), Fact("since", _("since"), row.since)] for row in rows]
    return PersonalData("blocks", _("People who cannot write to you"), records)


def amendments(user: User) -> PersonalData:
    """What the person proposed to drafts of records. What they decided is part of the record of others."""
    rows = Amendment.objects.filter(proposer=user).select_related("meeting").order_by("pk")
    records = [
        [
            Fact("meeting", _("Meeting"), row.meeting.citation),
            Fact("at", _("Date"), row.proposed_at),
            Fact("text", _("Text that you propose"), row.text),
            Fact("reason", _("Reason"), row.reason),
            Fact("state", _("State"), row.get_state_display()),
            Fact("answer", _("Answer"), row.answer),
        ]
        for row in rows
    ]
    return PersonalData("amendments", _("Proposals to records"), records)


def working_groups(user: User) -> PersonalData:
    """In which the person is or was, as what, from when until when."""
    rows = GroupMembership.objects.filter(member__user=user).select_related("group").order_by("since", "pk")
    records = [
        [
            Fact("working_group", _("Working group"), row.group.title),
            Fact("role", _("Role"), row.get_role_display()),
            Fact("since", _("Since"), row.since),
            Fact("until", _("Until"), row.until),
        ]
        for row in rows
    ]
    return PersonalData("working_groups", _("Working groups"), records)


def events(user: User) -> PersonalData:
    """Those that the person is written to about: events they said they will come to, meetings of their groups."""
    rows = EventFollower.objects.filter(user=user).select_related("event", "meeting").order_by("pk")
    records = [
        [
            Fact("event", _("Event"), str(row.event or row.meeting)),
            Fact("is_wanted", _("E-mails about it"), row.is_wanted),
            Fact("reminded_for", _("reminded for"), row.reminded_for),
        ]
        for row in rows
    ]
    return PersonalData("events", _("Events"), records)


register_personal_data(40, directory, models=("members.Profile", "network.DirectoryWord"))
register_personal_data(41, experiences, models=("network.Experience",))
register_personal_data(42, messages, models=("network.RelayedMessage", "network.MessageReport"))
register_personal_data(43, blocks, models=("network.MessageBlock",))
register_personal_data(44, working_groups, models=("network.GroupMembership",))
register_personal_data(45, amendments, models=("network.Amendment",))
register_personal_data(46, events, models=("network.EventFollower",))
