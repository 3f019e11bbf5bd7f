"""What a working group has of its own: a group of users, a group of those who lead it, a collection of files."""

from __future__ import annotations

from typing import Final

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from network.models import WorkingGroupPage
from portal.core.files.closed_collections import new_closed_collection

_OFFICE: Final = ", chair and secretary"

#: What chair and secretary may do in the administration, on the page of their group and below it.
_ON_PAGE: Final = ("add_page", "change_page")
#: The same with the files of the group's collection.
_ON_FILES: Final = (
    "add_document",
    "change_document",
    "choose_document",
    "add_image",
    "change_image",
    "choose_image",
)


def make_closed_space(*, page: WorkingGroupPage) -> None:
    """Makes what a new page of a working group lacks, and closes the collection to all but its members."""
    with transaction.atomic():
        page.access_group = Group.objects.create(name=_name(page))
        page.office_group = Group.objects.create(name=_name(page, _OFFICE))
        page.collection = new_closed_collection(_name(page), [page.access_group])
        WorkingGroupPage.objects.filter(pk=page.pk).update(
            access_group=page.access_group, office_group=page.office_group, collection=page.collection
        )
        _let_lead(page, page.office_group, page.collection)


def name_closed_space(*, page: WorkingGroupPage) -> None:
    """Gives groups and collection the name that the page has now."""
    with transaction.atomic():
        Group.objects.filter(working_group=page.pk).update(name=_name(page))
        Group.objects.filter(led_working_group=page.pk).update(name=_name(page, _OFFICE))
        Collection.objects.filter(working_group=page.pk).update(name=_name(page))


def _let_lead(page: WorkingGroupPage, office: Group, collection: Collection) -> None:
    """What a focal point may on the pages that they keep, chair and secretary may on that of their group."""
    wanted = Q(content_type__app_label="wagtailadmin", codename="access_admin")
    wanted |= Q(content_type__app_label="core", codename="edit_source")
    office.permissions.set(Permission.objects.filter(wanted))
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=office, page=page, permission=permission)
        for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=_ON_PAGE)
    )
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=office, collection=collection, permission=permission)
        for permission in Permission.objects.filter(
            content_type__app_label__in=("wagtaildocs", "wagtailimages"), codename__in=_ON_FILES
        )
    )


def _name(page: WorkingGroupPage, of: str = "") -> str:
    """Names of groups are unique; titles need not be."""
    return f"Working group {page.pk}{of}: {page.title}"[:150]
