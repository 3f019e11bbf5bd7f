"""Collections of files that are closed from their beginning."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Collection, CollectionViewRestriction


@transaction.atomic
def new_closed_collection(name: str, groups: Iterable[Group] = ()) -> Collection:
    """A collection for members of these groups. With none it is closed to everybody, at the address of documents too:
    then a view of a feature hands out what lies in it.
    """
    collection = Collection.get_first_root_node().add_child(name=name)
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.set(groups)
    return collection
