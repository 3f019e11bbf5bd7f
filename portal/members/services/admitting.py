"""Making a member of a person, after an approval or an accepted invitation."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.accounts.password_link import password_link
from portal.accounts.roles import NETWORK_MEMBERS
from portal.core.languages.catalogue import get_language
from portal.core.pages.addresses import absolute
from portal.members.letters import write_to_member
from portal.members.links import address
from portal.members.models import Consent, ConsentText, Member
from portal.members.registries.joining import tell_of_joining
from portal.members.rules.refusal import Refused
from portal.members.services.work_details import WorkDetails


def admit(
    *,
    email: str,
    first_name: str,
    last_name: str,
    language: str,
    details: WorkDetails,
    consent_text: ConsentText,
    consented_at: datetime,
) -> tuple[Member, bool]:
    """The member with this address, and whether they are new. Part of a caller's transaction.

    Whoever has an account keeps it, with its name and language; others get one without a password, and a link to set
    one. Raises Refused for an account that has been ended.
    """
    user, is_new_here = User.objects.get_or_create(
        email=email.lower(),
        defaults={
            "first_name": first_name,
            "last_name": last_name,
            "language": language,
            "password": make_password(None),
        },
    )
    user = User.objects.select_for_update().get(pk=user.pk)
    if not user.is_active:
        raise Refused(_("The account with this address has been ended. Only an administrator can open it again."))
    member, is_new = Member.objects.get_or_create(user=user, defaults={"beneficiary": details.beneficiary})
    if not is_new:
        return member, False
    details.save_in(member)
    if not user.get_full_name():
        user.first_name, user.last_name = first_name, last_name
        user.save(update_fields=["first_name", "last_name"])
    user.groups.add(Group.objects.get(name=NETWORK_MEMBERS))
    Consent.objects.create(user=user, text=consent_text, language=language, given_at=consented_at)
    _welcome(user, is_new_here)
    tell_of_joining(member)
    return member, True


def _welcome(user: User, is_new_here: bool) -> None:
    write_to_member(
        user,
        "welcome",
        password_url=absolute(password_link(user)) if is_new_here else "",
        membership_url=address(get_language(user.language), "membership"),
    )
