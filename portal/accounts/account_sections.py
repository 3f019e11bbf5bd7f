"""What "My account" says of signing in, and of what everybody can settle: positions 10 to 60."""

from __future__ import annotations

from collections import Counter
from typing import cast

from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.accounts.forms import SIZE_NAMES
from portal.accounts.models import User
from portal.accounts.second_factor import FACTORS
from portal.accounts.signed_in import SignedIn
from portal.core.languages.catalogue import get_language
from portal.core.registries.account import AccountSection, register_account_section
from portal.core.registries.frame import Link
from portal.core.registries.notifications import notification_kinds
from portal.core.text_size import text_size_of


def signing_in(request: HttpRequest) -> AccountSection:
    user = _person(request)
    if user.has_usable_password():
        text = _("You sign in with this address and your password, or with a code that is sent to the address.")
        password = Link(_("Change password"), reverse("account_change_password"))
    else:
        text = _("You sign in with this address and a code that is sent to it. You have no password.")
        password = Link(_("Set a password"), reverse("account_set_password"))
    links = [password, Link(_("Change e-mail address"), reverse("account_email"))]
    return AccountSection("sign-in", _("E-mail address and password"), text, links, user.email)


def second_factor(request: HttpRequest) -> AccountSection:
    user = _person(request)
    kinds = Counter(Authenticator.objects.filter(user=user, type__in=FACTORS).values_list("type", flat=True))
    passkeys = kinds[Authenticator.Type.WEBAUTHN]
    state = [_("App for codes")] if kinds[Authenticator.Type.TOTP] else []
    if passkeys:
        state.append(ngettext("%(number)d passkey", "%(number)d passkeys", passkeys) % {"number": passkeys})
    is_urgent = getattr(request, "lacks_second_factor", False)
    label = _("Change the second factor") if state else _("Set up a second factor")
    return AccountSection(
        "second-factor",
        _("Second factor"),
        _("With a second factor, a password that somebody has learned does not open your account."),
        [Link(label, reverse("mfa_index"))],
        " · ".join(state) or (_("Missing: your role needs one") if is_urgent else _("Not set up yet")),
        is_urgent,
    )


def sessions(request: HttpRequest) -> AccountSection:
    return AccountSection(
        "sessions",
        _("Where you are signed in"),
        _("Computers and telephones on which your account is open, and how to close it there."),
        [Link(_("See where you are signed in"), reverse("usersessions_list"))],
    )


def reading(request: HttpRequest) -> AccountSection:
    user = _person(request)
    language = get_language(user.language).native_name
    size = SIZE_NAMES[user.text_size or text_size_of(request)]
    return AccountSection(
        "reading",
        _("Language and text size"),
        _("In which language and script the portal writes to you, and how large its text is."),
        [Link(_("Change language and text size"), reverse("account_preferences"))],
        f"{language} · {size}",
    )


def notifications(request: HttpRequest) -> AccountSection | None:
    """Left out for whom no kind of e-mail concerns."""
    if not notification_kinds(request.user):
        return None
    return AccountSection(
        "notifications",
        _("E-mails from the portal"),
        _("Of what you are told by e-mail, and how often."),
        [Link(_("Choose e-mails"), reverse("account_notifications"))],
    )


def _person(request: HttpRequest) -> User:
    """Sources are asked for somebody who is signed in only."""
    return cast(SignedIn, request).user


register_account_section(10, signing_in)
register_account_section(20, second_factor)
register_account_section(30, sessions)
register_account_section(40, reading)
register_account_section(60, notifications)
