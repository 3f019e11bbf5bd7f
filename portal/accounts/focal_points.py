"""What focal points may do: for which beneficiary somebody speaks, and where they may write.

They keep the page of their beneficiary and its institutions, and hand in practices and news. An editor publishes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from portal.accounts.roles import BENEFICIARIES, focal_points
from portal.core.visibility.memory import remembered

_CODES = {focal_points(code): code for code in BENEFICIARIES}


def focal_point_for(user: Any) -> frozenset[str]:
    """The codes of the beneficiaries whose focal point this user is; none for nearly everybody."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    names = remembered(
        ("focal point", user.pk), lambda: list(user.groups.filter(name__in=_CODES).values_list("name", flat=True))
    )
    return frozenset(_CODES[name] for name in names)


def let_keep(page: Page, beneficiary_code: str) -> None:
    """Lets the focal points of a beneficiary change this page. Raises KeyError for a code that is no beneficiary's."""
    _give("change_page", page, [focal_points(beneficiary_code)])


def let_hand_in_below(page: Page) -> None:
    """Lets all focal points add drafts below this page. Whose draft it is changes it; an editor publishes it."""
    _give("add_page", page, _CODES)


def _give(codename: str, page: Page, names: Iterable[str]) -> None:
    """Gives groups a permission on a page and all below it, as far as they have not got it (two queries then)."""
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
    lacking = Group.objects.filter(name__in=names).exclude(
        page_permissions__in=GroupPagePermission.objects.filter(page=page, permission=permission)
    )
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=page, permission=permission) for group in lacking
    )
