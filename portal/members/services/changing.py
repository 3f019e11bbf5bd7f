"""A member keeps their own details."""

from __future__ import annotations

from django.db import transaction

from portal.members.models import Member, MemberStep, StepKind
from portal.members.services.work_details import WorkDetails


def change_details(*, member: int, first_name: str, last_name: str, details: WorkDetails) -> Member:
    """Saves name and details of work, as the member has changed them."""
    with transaction.atomic():
        found = Member.objects.select_for_update(of=("self",)).select_related("user").get(pk=member)
        found.user.first_name, found.user.last_name = first_name, last_name
        found.user.save(update_fields=["first_name", "last_name"])
        details.save_in(found)
        MemberStep.objects.create(kind=StepKind.CHANGED, member=found, by=found.user)
    return found
