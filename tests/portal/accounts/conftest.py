"""People in their roles."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from portal.accounts.models import User
from tests.portal.accounts.page_form import FormValues, block_values

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


@pytest.fixture
def send_form(client):
    """Fills in the form of a page at an address of the admin, and presses a button."""

    def send(address, page, language="", button="", **changes):
        form = client.get(address, {"language": language} if language else {})
        assert form.status_code == 200
        values = FormValues(form.content.decode()).values | block_values(page, form.context["form"])
        return client.post(address, {**values, **changes, **({button: "1"} if button else {})})

    return send


@pytest.fixture
def edit(send_form):
    """Opens a page in the admin, changes it and presses a button."""
    return lambda page, **more: send_form(reverse("wagtailadmin_pages:edit", args=[page.pk]), page, **more)


@pytest.fixture
def add(send_form):
    """Adds a page of a type below another in the admin."""

    def send(model, parent, **more):
        kind = (model._meta.app_label, model._meta.model_name, parent.pk)
        return send_form(reverse("wagtailadmin_pages:add", args=kind), model(), **more)

    return send
