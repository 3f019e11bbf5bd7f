"""Institutions in the admin: focal points find and change those of their beneficiary."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail.permissions import policy_registry

from portal.vocabulary.admin.policy import InstitutionPolicy
from portal.vocabulary.models import Institution


def institution_policy() -> InstitutionPolicy:
    """The one that Wagtail asks."""
    policy: InstitutionPolicy = policy_registry.get_by_type(Institution)
    return policy


def keep_to_their_own(request: HttpRequest, instance: Any) -> None:
    """Wagtail's edit view asks only whether somebody may change institutions at all. Raises PermissionDenied."""
    if isinstance(instance, Institution) and not institution_policy().user_has_permission_for_instance(
        request.user, "change", instance
    ):
        raise PermissionDenied
