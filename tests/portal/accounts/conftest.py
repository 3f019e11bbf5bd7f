"""People in their roles."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group

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
