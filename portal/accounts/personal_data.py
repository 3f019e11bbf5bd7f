"""What the account itself holds about a person."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.registries.personal_data import Fact, PersonalData, register_personal_data


def account(user: User) -> PersonalData:
    """Never the password or the secret of a second factor: only that there is one."""
    addresses = EmailAddress.objects.filter(user=user).order_by("pk").values_list("email", flat=True)
    factors = Authenticator.objects.filter(user=user).order_by("pk")
    facts = [
        Fact("first_name", _("First name"), user.first_name),
        Fact("last_name", _("Last name"), user.last_name),
        Fact("email", _("E-mail address"), user.email),
        Fact("confirmed_addresses", _("Confirmed addresses"), list(addresses)),
        Fact("language", _("Language"), user.get_language_display()),
        Fact("account_since", _("Account since"), user.date_joined),
        Fact("last_sign_in", _("Last sign-in"), user.last_login),
        Fact("groups", _("Groups"), list(user.groups.order_by("name").values_list("name", flat=True))),
        Fact("second_factors", _("Second factor"), [str(factor.get_type_display()) for factor in factors]),
    ]
    return PersonalData("account", _("Account"), [facts])


register_personal_data(10, account, models=("accounts.User",))
