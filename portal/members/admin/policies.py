"""Who may do what with members and consent texts in the administration."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from portal.members.models import Member
from portal.members.rules.stewards import is_steward, theirs


class MemberPolicy(ModelPermissionPolicy):
    """To be read: who looks after somebody finds them. What is done about a member is done on their page."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and is_steward(user)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Member) -> bool:
        return self.user_has_permission(user, action) and Member.objects.filter(theirs(user), pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Member]:
        return Member.objects.filter(theirs(user)) if "view" in actions else Member.objects.none()


class ConsentTextPolicy(ModelPermissionPolicy):
    """What somebody agreed to stays as it was, for superusers too: there are new versions, and no other changes."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in {"add", "view"} and bool(super().user_has_permission(user, action))
