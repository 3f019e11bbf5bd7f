"""The real edit pages of Wagtail's admin, opened and posted as a browser does it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.blocks import BlockField, StructValue
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield

from portal.accounts.models import User
from portal.website.models import HomePage
from tests.factories.people import make_colleague


class EditForm:
    """One edit page as one person has it open: what is typed in, and saved later."""

    def __init__(self, client: Client, page: Page, language: str = "") -> None:
        self.client = client
        self._address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        self.response: HttpResponse = client.get(self._address, {"language": language} if language else {})
        assert self.response.status_code == 200
        self.form = self.response.context["form"]
        self.data = posted_by(self.response)

    @property
    def names(self) -> set[str]:
        """Names of the fields that the page offers."""
        return set(self.form.fields)

    def type(self, **values: Any) -> EditForm:
        """Fills in fields; a list of (block, value) is the content of a stream, `<p>…` rich text."""
        for name, value in values.items():
            for key in [key for key in self.data if key.startswith(f"{name}-")]:
                del self.data[key]
            if isinstance(value, list):
                self.data.update(stream(name, value))
            elif isinstance(value, str) and value.startswith("<p>"):
                self.data[name] = rich_text(value)
            else:
                self.data[name] = value
        return self

    def save(self, publish: bool = False) -> HttpResponse:
        """Posts what is on the form; the answer is a redirect, or the form again with what is wrong."""
        data = self.data.copy()
        if publish:
            data["action-publish"] = "1"
        return self.client.post(self._address, data)


def stream(name: str, blocks: list[tuple[str, Any]]) -> dict[str, str]:
    return nested_form_data({name: streamfield([(kind, _as_posted(value)) for kind, value in blocks])})


def _as_posted(value: Any) -> Any:
    if isinstance(value, (dict, StructValue)):
        return {name: _as_posted(part) for name, part in value.items()}
    if isinstance(value, RichText):
        return rich_text(value.source)
    return rich_text(value) if isinstance(value, str) and value.startswith("<p>") else value


def posted_by(response: HttpResponse) -> QueryDict:
    """What a browser would post from this page without anybody typing."""
    html = response.content.decode()
    data = querydict_from_html(html, form_id="page-edit-form")
    for select in BeautifulSoup(html, "html.parser").find_all("select", multiple=True):
        if not select.find("option", selected=True):
            data.pop(select["name"], None)
    form = response.context["form"]
    for name, field in form.fields.items():
        # The browser draws streams by script, so the HTML has no fields of theirs.
        if isinstance(field, BlockField):
            data.update(stream(name, [(child.block_type, child.value) for child in form[name].value()]))
    return data


@pytest.fixture
def edit() -> Callable[..., EditForm]:
    """`edit(user, page, language="sq")`: the edit page, each time in a browser of its own."""

    def open_form(user: User, page: Page, language: str = "") -> EditForm:
        client = Client()
        client.force_login(user)
        return EditForm(client, page, language)

    return open_form


@pytest.fixture
def colleague(site_root: HomePage) -> Callable[..., User]:
    """`colleague("edit_source")`, `colleague("translate_sq")`: may change and publish pages, with these permissions."""

    return partial(make_colleague, site_root)


@pytest.fixture
def editor(colleague: Callable[..., User]) -> User:
    return colleague("edit_source")


@pytest.fixture
def albanian(colleague: Callable[..., User]) -> User:
    return colleague("translate_sq")


@pytest.fixture
def macedonian(colleague: Callable[..., User]) -> User:
    return colleague("translate_mk")
