"""Who is told that somebody wants to join."""

from __future__ import annotations

from django.db.models import QuerySet

from portal.accounts.models import User
from portal.accounts.roles import ADMINISTRATORS, focal_points
from portal.vocabulary.models import Beneficiary


def stewards_of(beneficiary: Beneficiary | None) -> QuerySet[User]:
    """The focal points of a beneficiary; the administrators where there are none."""
    people = User.objects.filter(is_active=True)
    if beneficiary is not None:
        found = people.filter(groups__name=focal_points(beneficiary.code))
        if found.exists():
            return found
    return people.filter(groups__name=ADMINISTRATORS)
