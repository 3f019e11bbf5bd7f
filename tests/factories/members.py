"""Members of the network and of its working groups."""

from __future__ import annotations

from typing import Any

from network.models import GroupMembership, GroupRole, WorkingGroupPage
from portal.accounts.models import User
from portal.accounts.roles import NETWORK_MEMBERS
from portal.core.languages.catalogue import CONTENT_CODES
from portal.members.models import Application, ApplicationState, ConsentText, Member
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.people import make_user
from tests.factories.vocabulary import make_beneficiary, make_term


def make_member(user: User | None = None, beneficiary: str | None = "MK", **fields: Any) -> Member:
    """An active member, who works in this beneficiary (None: for an organisation of none)."""
    user = user or make_user(NETWORK_MEMBERS)
    return Member.objects.create(
        user=user, beneficiary=make_beneficiary(beneficiary) if beneficiary else None, **fields
    )


def join(group: WorkingGroupPage, member: Member | None = None, role: str = GroupRole.MEMBER, **fields: Any) -> Member:
    """Gives a member (a new one) a role in a working group, and what belongs to it."""
    member = member or make_member()
    GroupMembership.objects.create(group=group, member=member, role=role, **fields)
    if group.access_group is not None and fields.get("until") is None:
        member.user.groups.add(group.access_group)
    return member


def make_consent_text(version: int = 1) -> ConsentText:
    """A version of the text that members agree to; found when it is there."""
    texts = {f"text_{code}": f"We keep your name ({version})." for code in CONTENT_CODES}
    return ConsentText.objects.get_or_create(version=version, defaults=texts)[0]


def make_application(beneficiary: str | None = "MK", **fields: Any) -> Application:
    """One that waits for a decision, of somebody who works in this beneficiary."""
    values = {
        "state": ApplicationState.WAITING,
        "email": "ana@example.org",
        "first_name": "Ana",
        "last_name": "Sample",
        "language": "mk",
        "institution_name": "Prison of Idrizovo",
        "agency": make_term(FacetCode.AGENCY, "prison"),
        "position": "Educator",
        "languages": "mk en",
        "consent_text": make_consent_text(),
        **fields,
    }
    return Application.objects.create(beneficiary=make_beneficiary(beneficiary) if beneficiary else None, **values)
