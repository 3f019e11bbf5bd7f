"""Who does what at the desk: the pages somebody works on, who gives translations to whom."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from wagtail.models import Page

from portal.accounts.models import User
from portal.core.editing.access import languages_of, may_edit_source
from portal.core.editing.known_pages import PAGE_POLICY

ASSIGN = "desk.assign_translations"


def works_on(user: Any) -> QuerySet[Page]:
    """The pages that this user may write. At the desk there are no others for them, in no list and no count."""
    pages: QuerySet[Page] = PAGE_POLICY.instances_user_has_permission_for(user, "change")
    return pages


def works_at_the_desk(user: Any) -> bool:
    return may_edit_source(user) or bool(languages_of(user))


def may_assign(user: Any) -> bool:
    """Whether this person gives translations to others; translators only take what nobody has."""
    return bool(user.has_perm(ASSIGN))


def translators_into(code: str) -> QuerySet[User]:
    """People with an active account who translate into this language."""
    permission = Permission.objects.filter(content_type__app_label="core", codename=f"translate_{code}")
    theirs = Q(groups__permissions__in=permission) | Q(user_permissions__in=permission)
    return User.objects.filter(theirs, is_active=True).distinct().order_by("last_name", "first_name", "email")
