"""A person's address in allauth's books, beside the one on the account itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.accounts.models import User


def record_address(user: User) -> None:
    """Has allauth know the account's address as the person's one confirmed address.

    allauth keeps addresses in a table of its own. An account that is not in it, such as one made in the admin, would
    lose its address when its owner asks for another: allauth takes the unknown one for an earlier such wish. Whoever
    gave the account knew the address, so it counts as confirmed.
    """
    from allauth.account.models import EmailAddress

    addresses = EmailAddress.objects.filter(user=user)
    if addresses.filter(email=user.email, primary=True, verified=True).exists():
        return
    addresses.filter(primary=True).exclude(email=user.email).delete()
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"primary": True, "verified": True})
