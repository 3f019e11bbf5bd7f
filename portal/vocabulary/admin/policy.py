"""Who may change which words, where Django's permissions for a whole model do not say enough."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from portal.accounts.focal_points import focal_point_for
from portal.vocabulary.models import Beneficiary, Institution


class FixedSetPolicy(ModelPermissionPolicy):
    """Plain model permissions without `add` and `delete`, for superusers too.

    Facets can be renamed and reordered, but not added or deleted: pages have a field for each of them.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in {"add", "delete"} and bool(super().user_has_permission(user, action))


class InstitutionPolicy(ModelPermissionPolicy):
    """Plain model permissions; focal points may besides add and change the institutions of their beneficiary."""

    _KEEPING = frozenset({"add", "change"})

    def user_has_permission(self, user: Any, action: str) -> bool:
        return self._has_for_all(user, action) or (action in self._KEEPING and bool(focal_point_for(user)))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Institution) -> bool:
        if self._has_for_all(user, action):
            return True
        return action in self._KEEPING and instance.beneficiary.code in focal_point_for(user)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Institution]:
        if any(self._has_for_all(user, action) for action in actions):
            return Institution.objects.all()
        return Institution.objects.filter(beneficiary__in=self.beneficiaries_for(user))

    def beneficiaries_for(self, user: Any) -> QuerySet[Beneficiary]:
        """Those to which the user may give institutions."""
        if self._has_for_all(user, "add") or self._has_for_all(user, "change"):
            return Beneficiary.objects.all()
        return Beneficiary.objects.filter(code__in=focal_point_for(user))

    def _has_for_all(self, user: Any, action: str) -> bool:
        return bool(super().user_has_permission(user, action))
