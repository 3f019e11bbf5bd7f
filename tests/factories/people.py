"""Users, by what they are here to do."""

from __future__ import annotations

import itertools
from typing import Any

from django.contrib.auth.models import Group

from portal.accounts.models import User

PASSWORD = "a long enough password"

_numbers = itertools.count(1)


def make_user(*groups: Group | str, **fields: Any) -> User:
    """An active user in these groups (`Group` or its name; one that does not exist yet is made)."""
    fields.setdefault("email", f"person{next(_numbers)}@example.org")
    user = User.objects.create_user(password=PASSWORD, **fields)
    user.groups.set([make_group(group) if isinstance(group, str) else group for group in groups])
    return user


def make_superuser(**fields: Any) -> User:
    return make_user(is_staff=True, is_superuser=True, **fields)


def make_group(name: str) -> Group:
    return Group.objects.get_or_create(name=name)[0]
