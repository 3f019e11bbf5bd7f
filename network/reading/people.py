"""How people of a record are named: by name within the group, by role and organisation to everybody else."""

from __future__ import annotations

from django.utils.translation import gettext as _

from network.queries.meetings import role_part
from portal.members.models import Member


def by_role(member: Member) -> str:
    """Position and organisation, never the name; in the reader's language as far as the organisation has one."""
    organisation = ""
    if member.institution is not None:
        organisation = member.institution.name
    elif member.institution_name:
        organisation = member.institution_name
    elif member.agency is not None:
        organisation = member.agency.label
    return ", ".join(filter(None, (member.position, organisation))) or _("Member of the working group")


def person(member: Member | None, other: str, *, internal: bool) -> str:
    """A member, else somebody else who is written as "name; role"; "" for nobody."""
    if member is None:
        return other if internal else role_part(other)
    if not internal or not member.name:
        return by_role(member)
    return ", ".join(filter(None, (member.name, member.position)))
