"""Who sees the page of a working group: what is public of it is the group's choice."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageViewRestriction

from network.models import WorkingGroupPage
from portal.accounts.roles import NETWORK_MEMBERS


class Audience(models.TextChoices):
    EVERYBODY = "everybody", _("Everybody")
    NETWORK = "network", _("Members of the network")
    GROUP = "group", _("Only the group itself")


def audience_of(page: WorkingGroupPage) -> Audience | None:
    """Who sees the page now; None when an editor chose something else, for instance another group."""
    restrictions = list(PageViewRestriction.objects.filter(page=page).prefetch_related("groups"))
    if not restrictions:
        return Audience.EVERYBODY
    names = {group.pk: group.name for one in restrictions for group in one.groups.all()}
    if len(restrictions) > 1 or page.access_group_id not in names:
        return None
    others = {name for key, name in names.items() if key != page.access_group_id}
    return {frozenset(): Audience.GROUP, frozenset({NETWORK_MEMBERS}): Audience.NETWORK}.get(frozenset(others))


def show_page_to(*, page: WorkingGroupPage, audience: Audience, shows_composition: bool) -> None:
    """Opens or closes the page of the group. The closed space stays closed in any case."""
    with transaction.atomic():
        WorkingGroupPage.objects.filter(pk=page.pk).update(shows_composition=shows_composition)
        if audience_of(page) == audience:
            return
        PageViewRestriction.objects.filter(page=page).delete()
        if audience != Audience.EVERYBODY:
            restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
            network = Group.objects.filter(name=NETWORK_MEMBERS) if audience == Audience.NETWORK else []
            restriction.groups.set([page.access_group, *network])
