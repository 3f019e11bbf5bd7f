"""What membership adds to somebody's page "My account"."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core.registries.account import AccountSection, register_account_section
from portal.core.registries.frame import Link
from portal.members.models import Application, ApplicationState, Member
from portal.members.rules.stewards import is_steward, theirs


def membership(request: HttpRequest) -> AccountSection:
    """To everybody else, whatever they do on the portal, it says how they get a profile."""
    member = Member.objects.filter(user=request.user.pk).select_related("beneficiary").first()
    if member is None:
        return AccountSection(
            anchor="membership",
            title=_("Membership"),
            text=_(
                "You have an account, but you are not a member of the network: you have no profile and are not in the "
                "directory. Apply with the address of this account, and you keep it."
            ),
            links=[Link(_("Join the network"), reverse("members:join"))],
            state=_("Not a member"),
        )
    return AccountSection(
        anchor="membership",
        title=_("My membership"),
        text=_("Where you work and what you know, and what you agreed to when you joined."),
        links=[
            Link(_("My membership"), reverse("members:membership")),
            Link(_("Leave the network"), reverse("members:leave")),
        ],
        state=member.get_state_display(),
    )


def data(request: HttpRequest) -> AccountSection:
    return AccountSection(
        anchor="data",
        title=_("My data"),
        text=_(
            "A ZIP file with all that the portal holds about you: a page to read, and the same as JSON for programs."
        ),
        links=[Link(_("Download all my data"), reverse("members:data"))],
    )


def applications(request: HttpRequest) -> AccountSection | None:
    """For those who decide on applications."""
    if not is_steward(request.user):
        return None
    number = Application.objects.filter(theirs(request.user), state=ApplicationState.WAITING).count()
    state = ngettext("%(number)s application waits.", "%(number)s applications wait.", number) % {"number": number}
    return AccountSection(
        anchor="applications",
        title=_("Applications"),
        text=_("People who want to join the network, and those whom you invite."),
        links=[
            Link(_("Applications"), reverse("members:applications")),
            Link(_("Invitations"), reverse("members:invitations")),
        ],
        state=state,
        is_urgent=number > 0,
    )


register_account_section(110, applications)
register_account_section(100, membership)
register_account_section(190, data)
