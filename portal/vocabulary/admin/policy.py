"""Facets can be renamed and reordered, but not added or deleted: pages have a field for each of them."""

from __future__ import annotations

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class FixedSetPolicy(ModelPermissionPolicy):
    """Plain model permissions without `add` and `delete`, for superusers too."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in {"add", "delete"} and bool(super().user_has_permission(user, action))
