"""Pages that the admin may name to somebody."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from portal.core.visibility.querysets import visible_pages


def known_pages(pages: QuerySet[Page], user: Any) -> QuerySet[Page]:
    """What the user may see on the site or works on: Wagtail would name every page, drafts of others included."""
    works_on = policy_registry.get_by_type(Page).explorable_instances(user)
    sees = visible_pages(Page.objects.all(), user)
    return pages.filter(Q(pk__in=works_on.values_list("pk")) | Q(pk__in=sees.values_list("pk")))
