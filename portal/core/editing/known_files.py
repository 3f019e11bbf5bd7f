"""Files in the administration: to choose one, or to put one beside others, one has to be able to see what is there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from portal.core.visibility.audience import Rules, holder, may_see_collection
from portal.core.visibility.querysets import visible_files

#: Whoever may change the files of a collection works there, whoever else may see it.
_WORK = frozenset({"change", "delete"})


class KnownFilesPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's policy, in which a closed collection is one only for those who may see it or change all its files."""

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        return bool(super().user_has_any_permission_for_instance(user, actions, instance)) and (
            may_see_collection(user, instance.collection)
            or bool(super().user_has_any_permission_for_instance(user, _WORK, instance))
        )

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        found = super().instances_user_has_any_permission_for(user, actions)
        if user.is_superuser:
            return found
        works_on = super().instances_user_has_any_permission_for(user, _WORK)
        sees = visible_files(self.model._default_manager.all(), user)
        return found.filter(Q(pk__in=works_on.values("pk")) | Q(pk__in=sees.values("pk")))

    def collections_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Collection]:
        found = super().collections_user_has_any_permission_for(user, actions)
        if user.is_superuser:
            return found
        hidden = Q()
        for path in Rules.of_collections().closed_paths(holder(user)):
            hidden |= Q(path__startswith=path)
        works_in = self._collections_with_perm(user, {"change"})
        return found.filter(~hidden | Q(pk__in=works_in.values("pk"))) if hidden else found
