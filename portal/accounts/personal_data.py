"""What the account itself holds about a person."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _

from portal.accounts.models import AccountStep, NotificationChoice, User
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


def steps(user: User) -> PersonalData:
    """What has happened to the account, as far as it is kept."""
    kept = AccountStep.objects.filter(user=user).order_by("pk")
    records = [
        [
            Fact("step", _("Step"), one.get_step_display()),
            Fact("device", _("Device"), one.device),
            Fact("at", _("Time"), one.at),
        ]
        for one in kept
    ]
    return PersonalData("account_steps", _("Steps of the account"), records)


def notifications(user: User) -> PersonalData:
    """What was chosen; for other kinds the portal's own choice holds."""
    chosen = NotificationChoice.objects.filter(user=user).order_by("kind")
    records = [
        [Fact("kind", _("Kind"), one.kind), Fact("frequency", _("How often"), one.get_frequency_display())]
        for one in chosen
    ]
    return PersonalData("notifications", _("E-mails from the portal"), records)


register_personal_data(10, account, models=("accounts.User",))
register_personal_data(11, steps, models=("accounts.AccountStep",))
register_personal_data(12, notifications, models=("accounts.NotificationChoice",))
