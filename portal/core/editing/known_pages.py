"""Pages in the administration: who works on none of them, or on few, learns nothing of the others.

To Wagtail, whoever may add a page somewhere may look through all that lies there, and any page can be named by its
number. Here the pages that somebody explores are those that they work on, and the way to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import F, Q, QuerySet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from portal.core.visibility.querysets import visible_pages

#: To add pages somewhere is not to work on those that are there.
_WORK = frozenset({"change", "publish", "lock", "unlock", "bulk_delete"})


class KnownPagesPolicy(PagePermissionPolicy):
    def explorable_instances(self, user: Any) -> QuerySet[Page]:
        found = super().explorable_instances(user)
        if user.is_superuser:
            return found
        works_on = self.instances_user_has_any_permission_for(user, _WORK)
        return found.filter(Q(pk__in=works_on.values("pk")) | Q(path__in=set(self._way_to_work(user))))

    def works_on_all(self, user: Any) -> bool:
        """Whether this user works on every page there is."""
        codenames = self._get_permission_codenames(_WORK)
        return user.is_superuser or any(
            permission.page.is_root() and permission.permission.codename in codenames
            for permission in self.get_cached_permissions_for_user(user)
        )

    def _way_to_work(self, user: Any) -> Iterator[str]:
        """The tree paths of the pages that a permission is given on, and of those above."""
        for permission in self.get_cached_permissions_for_user(user):
            path = permission.page.path
            yield from (path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen))


PAGE_POLICY = KnownPagesPolicy()


def known_for_linking(pages: QuerySet[Page], user: Any) -> QuerySet[Page]:
    """Those that the user works on, and those that they may see.

    Lists of the administration name a page as its draft does, so a page is left out whose draft has another title.
    """
    works_on = PAGE_POLICY.explorable_instances(user)
    sees = visible_pages(Page.objects.filter(draft_title=F("title")), user)
    return pages.filter(Q(pk__in=works_on.values("pk")) | Q(pk__in=sees.values("pk")))
