"""Who may see a page of a starter file: everybody, or the members of a group."""

from __future__ import annotations

from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from portal.core.starter.records import BrokenRow

#: Groups that may see what a starter file gives a visibility other than `public`.
GROUP_OF_VISIBILITY = {"network_members": "Network members", "working_group_only": "Working-group members"}


def group_of_visibility(visibility: str) -> str:
    """The name of the group; "" for everybody. Raises BrokenRow for an unknown word."""
    if visibility == "public":
        return ""
    try:
        return GROUP_OF_VISIBILITY[visibility]
    except KeyError:
        raise BrokenRow(f"visibility “{visibility}” is unknown") from None


def group_that_sees(page: Page) -> str:
    """The name of the group that a page is closed to all but; prefetch `view_restrictions__groups`."""
    return ", ".join(group.name for one in page.view_restrictions.all() for group in one.groups.all())


def close_to_all_but(page: Page, group_name: str) -> None:
    """Lets only a group see the page; everybody for an empty name. Raises BrokenRow when there is no such group."""
    PageViewRestriction.objects.filter(page=page).exclude(groups__name=group_name).delete()
    if group_name and not PageViewRestriction.objects.filter(page=page).exists():
        group = Group.objects.filter(name=group_name).first()
        if group is None:
            raise BrokenRow(f"there is no group “{group_name}”")
        restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
        restriction.groups.add(group)
