"""Who does what at the desk: the pages somebody works on, and who translates into a language."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from wagtail.models import Page

from portal.accounts.models import User
from portal.core.editing.access import may_edit_source
from portal.core.editing.known_pages import PAGE_POLICY
from portal.core.languages.catalogue import CONTENT_CODES

ASSIGN = "desk.assign_translations"


def works_on(user: Any) -> QuerySet[Page]:
    """The pages that this user may write. At the desk there are no others for them, in no list and no count."""
    pages: QuerySet[Page] = PAGE_POLICY.instances_user_has_permission_for(user, "change")
    return pages


def languages_of(user: Any) -> tuple[str, ...]:
    """The languages this person translates into, in the order of the catalogue."""
    return tuple(code for code in CONTENT_CODES if user.has_perm(f"core.translate_{code}"))


def works_at_the_desk(user: Any) -> bool:
    return may_edit_source(user) or bool(languages_of(user))


def may_assign(user: Any) -> bool:
    """Whether this person gives translations to others; translators only take what nobody has."""
    return bool(user.has_perm(ASSIGN))


def may_translate(user: Any, code: str) -> bool:
    return bool(user.has_perm(f"core.translate_{code}")) or may_edit_source(user)


def translators_into(code: str) -> QuerySet[User]:
    """People with an active account who translate into this language."""
    permission = Permission.objects.filter(content_type__app_label="core", codename=f"translate_{code}")
    theirs = Q(groups__permissions__in=permission) | Q(user_permissions__in=permission)
    return User.objects.filter(theirs, is_active=True).distinct().order_by("last_name", "first_name", "email")
