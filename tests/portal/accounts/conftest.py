"""People in their roles."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache

from portal.accounts.models import User

PASSWORD = "a long password for tests"


@pytest.fixture
def person() -> Callable[..., User]:
    """Makes a user, in one role if one is named."""

    def make(email: str = "person@example.org", role: str = "", **fields: object) -> User:
        user = User.objects.create_user(email, PASSWORD, **fields)
        if role:
            user.groups.add(Group.objects.get(name=role))
        return user

    return make


@pytest.fixture(autouse=True)
def no_attempts_counted_before() -> Iterator[None]:
    """allauth counts attempts in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()
