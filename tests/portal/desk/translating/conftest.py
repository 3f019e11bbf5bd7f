"""The view with two languages as one person has it open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html, rich_text

from portal.accounts.models import User


class TranslationForm:
    """What stands in the fields, and what is sent of it."""

    def __init__(self, client: Client, page: Page, code: str) -> None:
        self.client = client
        self.address = reverse("desk_translate", args=[page.pk, code])
        self.show(client.get(self.address))

    def show(self, response: HttpResponse) -> None:
        assert response.status_code == 200
        self.response = response
        self.html = BeautifulSoup(response.content.decode(), "html.parser")
        self.data: QueryDict = querydict_from_html(response.content.decode(), form_index=_form_index(self.html))
        self.data.pop("do", None)

    @property
    def texts(self) -> dict[str, str]:
        """What is in the fields of plain texts, by key."""
        return {name.removeprefix("text:"): value for name, value in self.data.items() if name.startswith("text:")}

    def row(self, key: str) -> Any:
        return self.html.find(attrs={"data-row": key})

    def type(self, **values: str) -> TranslationForm:
        """Fills in texts by key, `__` for `/`; `<p>…` is rich text."""
        for name, value in values.items():
            key = name.replace("__", "/")
            assert f"text:{key}" in self.data
            self.data[f"text:{key}"] = rich_text(value) if value.startswith("<p>") else value
        return self

    def choose(self, **values: str) -> TranslationForm:
        for name, value in values.items():
            self.data[name] = value
        return self

    def press(self, button: str = "save") -> HttpResponse:
        """Posts all; the answer is a redirect, or the form again."""
        return self.client.post(self.address, {**self.data.dict(), "do": button})

    def send(self, *keys: str) -> Any:
        """What the script does: posts these texts, and takes over what they are based on from the answer."""
        names = [f"{what}:{key}" for key in keys for what in ("text", "loaded", "source")]
        data = {name: self.data[name] for name in names}
        answer = self.client.post(self.address, data, headers={"accept": "application/json"})
        told = answer.json()
        for key, one in told["texts"].items():
            if one["status"] == "saved":
                self.data[f"loaded:{key}"] = one["loaded"]
        return told


def _form_index(html: BeautifulSoup) -> int:
    return html.find_all("form").index(html.find("form", attrs={"data-translating": True}))


@pytest.fixture
def translate() -> Callable[..., TranslationForm]:
    """`translate(user, page, "sq")`: the view, each time in a browser of its own."""

    def open_form(user: User, page: Page, code: str) -> TranslationForm:
        client = Client()
        client.force_login(user)
        return TranslationForm(client, page, code)

    return open_form


@pytest.fixture
def albanian(colleague: Callable[..., User]) -> User:
    """Translates and publishes."""
    return colleague("translate_sq")
