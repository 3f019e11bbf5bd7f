"""What membership holds about a person: details, consents, applications, invitations, steps."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.languages.catalogue import content_language
from portal.core.registries.personal_data import Fact, PersonalData, register_personal_data
from portal.members.models import Application, Consent, Invitation, Member, MemberStep


def _work(record: Member | Application) -> list[Fact]:
    institution = record.institution.name if record.institution else record.institution_name
    return [
        Fact("beneficiary", _("Beneficiary"), record.beneficiary.name if record.beneficiary else ""),
        Fact("institution", _("Institution"), institution),
        Fact("agency", _("Kind of agency"), record.agency.label if record.agency else ""),
        Fact("position", _("Position"), record.position),
        Fact("gender", _("Gender"), record.get_gender_display()),
        Fact("topics", _("Fields of work"), [term.label for term in record.topics.all()]),
        Fact("expertise", _("Expertise"), [concept.label for concept in record.concepts.all()]),
        Fact(
            "languages",
            _("Languages you speak"),
            [content_language(code).native_name for code in record.languages.split()],
        ),
    ]


def membership(user: User) -> PersonalData:
    members = Member.objects.filter(user=user).select_related("beneficiary", "institution", "agency")
    records = [
        [
            Fact("state", _("State"), member.get_state_display()),
            Fact("member_since", _("Member since"), member.joined_at),
            *_work(member),
        ]
        for member in members
    ]
    return PersonalData("membership", _("Membership"), records)


def consents(user: User) -> PersonalData:
    records = [
        [
            Fact("version", _("Version"), consent.text.version),
            Fact("given_at", _("Given"), consent.given_at),
            Fact("language", _("Language"), consent.get_language_display()),
            Fact("text", _("Text"), consent.text.text),
        ]
        for consent in Consent.objects.filter(user=user).select_related("text")
    ]
    return PersonalData("consents", _("Consents"), records)


def applications(user: User) -> PersonalData:
    rows = Application.objects.filter(Q(member__user=user) | Q(email=user.email))
    records = [
        [
            Fact("state", _("State"), row.get_state_display()),
            Fact("sent_at", _("Sent"), row.sent_at),
            Fact("name", _("Person"), row.get_full_name()),
            Fact("email", _("E-mail address"), row.email),
            *_work(row),
            Fact("why", _("Why do you want to join?"), row.why),
            Fact("decided_at", _("Decided"), row.decided_at),
            Fact("reason", _("Reason"), row.reason),
        ]
        for row in rows.select_related("beneficiary", "institution", "agency").distinct()
    ]
    return PersonalData("applications", _("Applications"), records)


def invitations(user: User) -> PersonalData:
    rows = Invitation.objects.filter(Q(member__user=user) | Q(email=user.email)).distinct()
    records = [
        [
            Fact("state", _("State"), row.get_state_display()),
            Fact("sent_at", _("Sent"), row.sent_at),
            Fact("email", _("E-mail address"), row.email),
            Fact("message", _("Message"), row.message),
        ]
        for row in rows
    ]
    return PersonalData("invitations", _("Invitations"), records)


def steps(user: User) -> PersonalData:
    """What was done to the membership. Who did it is somebody else's data."""
    rows = MemberStep.objects.filter(Q(member__user=user) | Q(application__email=user.email)).distinct()
    records = [
        [
            Fact("step", _("Step"), row.get_kind_display()),
            Fact("at", _("When"), row.at),
            Fact("reason", _("Reason"), row.reason),
        ]
        for row in rows
    ]
    return PersonalData("steps", _("Steps of membership"), records)


register_personal_data(20, membership, models=("members.Member",))
register_personal_data(21, consents, models=("members.Consent",))
register_personal_data(22, applications, models=("members.Application",))
register_personal_data(23, invitations, models=("members.Invitation",))
register_personal_data(24, steps, models=("members.MemberStep",))
