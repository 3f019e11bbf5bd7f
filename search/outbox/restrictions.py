"""Which view restrictions a signal is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from wagtail.models import BaseViewRestriction


def concerned(
    model: type[BaseViewRestriction], instance: Any, action: str = "", pk_set: set[int] | None = None
) -> Iterable[Any]:
    """Those that were saved, deleted, or given other groups, from whichever side of the relation that was done.

    `action` and `pk_set` are those of `m2m_changed`.
    """
    if isinstance(instance, model):
        return [] if action.startswith("pre_") else [instance]
    if action == "pre_clear":
        # Afterwards nobody knows any more which they were.
        return of_group(model, instance)
    return model.objects.filter(pk__in=pk_set or ()) if action.startswith("post_") else []


def of_group(model: type[BaseViewRestriction], group: Group) -> Iterable[Any]:
    """Those that name the group."""
    return model.objects.filter(groups=group)
