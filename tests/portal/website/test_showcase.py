"""The page of all components: none is forgotten, each shows what it should, for those who make pages only."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from portal.accounts.roles import EDITORS
from portal.website.showcase.own_ids import with_own_ids
from tests.factories.people import make_user

BASE = Path(__file__).parents[3]
ADDRESS = "_util/components/"

#: Drawn by the page that they belong to, and by no template of their own.
OF_ONE_PAGE = {
    "attendance",
    "beside",
    "booklet",
    "calendar",
    "enrolment",
    "evaluation",
    "glossary",
    "import",
    "outcome",
    "pack",
    "suggestions",
    "wall",
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(client, site_root):
    """The page as an editor reads it."""

    def show(language="en"):
        client.force_login(make_user(EDITORS))
        response = client.get(f"/{language}/{ADDRESS}")
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return show


def files(folder, suffix):
    return {path.stem for path in (BASE / folder).glob(f"*{suffix}")}


def test_every_component_is_there(shown):
    names = [heading.get_text() for heading in shown().select(".showcase > h2")]
    assert sorted(names) == sorted(files("portal/templates/components", ".html"))


def test_every_style_sheet_has_something_to_draw(shown):
    classes = {name for element in shown().select("[class]") for name in element["class"]}
    idle = set()
    for sheet in files("static/css/components", ".css"):
        text = (BASE / "static/css/components" / f"{sheet}.css").read_text(encoding="utf-8")
        if not classes & set(re.findall(r"\.([a-z][\w-]*)", text)):
            idle.add(sheet)
    assert idle == OF_ONE_PAGE - {"suggestions"}


def test_an_empty_component_says_so(shown):
    pagination = shown().find("section", {"aria-labelledby": "component-pagination"})
    assert [one.get_text(" ", strip=True) for one in pagination.select(".showcase__example")][1] == (
        "Empty Nothing is shown."
    )


@pytest.mark.parametrize("language", ["en", "sr-latn"])
def test_no_id_is_there_twice(shown, language):
    ids = [element["id"] for element in shown(language).select("[id]")]
    assert [name for name in ids if ids.count(name) > 1] == []


def test_who_does_not_make_pages_does_not_find_it(client, site_root):
    answers = [client.get(f"/en/{ADDRESS}").status_code]
    client.force_login(make_user("Network members"))
    answers.append(client.get(f"/en/{ADDRESS}").status_code)
    assert answers == [404, 404]


def test_the_administration_leads_there(client, site_root):
    client.force_login(make_user(EDITORS))
    assert "/en/_util/components/" in client.get("/admin/").text


def test_ids_and_what_speaks_of_them_stay_together():
    html = '<label for="a">x</label><input id="a" aria-describedby="a b"><a href="#a">x</a><a href="#c">y</a>'
    assert with_own_ids(html, "-1") == (
        '<label for="a-1">x</label><input id="a-1" aria-describedby="a-1 b"><a href="#a-1">x</a><a href="#c">y</a>'
    )
