"""Parts of standards in the admin: their own list and form."""

import re

import pytest
from django.urls import reverse

from practices.models import Standard, StandardPart
from tests.factories.pages import make_page
from tests.factories.people import make_superuser, make_user

NAMESPACE = "wagtailsnippets_practices_standardpart"


@pytest.fixture
def standard(site_root):
    page = make_page(Standard, headline_en="Prison Rules", reference="Rec(1)")
    for number in range(1, 4):
        StandardPart.objects.create(
            standard=page,
            number=f"Rule {number}",
            heading_en=f"Wording {number}",
            position=number,
            is_unconfirmed=number == 2,
        )
    return page


@pytest.fixture
def other(site_root):
    page = make_page(Standard, headline_en="Probation Rules", reference="Rec(2)")
    StandardPart.objects.create(standard=page, number="Rule 1", heading_en="Wording of probation", position=1)
    return page


@pytest.fixture
def admin(client, db):
    client.force_login(make_superuser())
    return client


def listed(response):
    return re.findall(r"Wording \d|Wording of probation", response.text)


@pytest.mark.parametrize(
    ("query", "headings"),
    [
        ("", ["Wording 1", "Wording 2", "Wording 3", "Wording of probation"]),
        ("?standard={standard}", ["Wording 1", "Wording 2", "Wording 3"]),
        ("?is_unconfirmed=true", ["Wording 2"]),
        ("?q=probation", ["Wording of probation"]),
        ("?q=Rule+3", ["Wording 3"]),
        ("?standard=nonsense", ["Wording 1", "Wording 2", "Wording 3", "Wording of probation"]),
    ],
)
def test_the_list_is_searched_and_filtered(admin, standard, other, query, headings):
    response = admin.get(reverse(f"{NAMESPACE}:list") + query.format(standard=standard.pk))
    assert response.status_code == 200
    assert list(dict.fromkeys(listed(response))) == headings


def test_the_form_offers_parts_of_the_same_standard_to_lie_in(admin, standard, other):
    part = standard.parts.get(number="Rule 2")
    response = admin.get(reverse(f"{NAMESPACE}:edit", args=[part.pk]))
    select = re.search(r'<select name="parent".*?</select>', response.text, re.DOTALL)[0]
    assert re.findall(r"<option[^>]*>([^<]+)</option>", select) == [
        "---------",
        "Rule 1: Wording 1",
        "Rule 3: Wording 3",
    ]


def test_a_new_part_belongs_to_the_standard_that_one_came_from(admin, standard):
    response = admin.get(reverse(f"{NAMESPACE}:add") + f"?standard={standard.pk}")
    assert f'<option value="{standard.pk}" selected>' in response.text


def fields(standard, **changes):
    return {
        "standard": standard.pk,
        "number": "Rule 9",
        "position": 9,
        "parent": "",
        "heading_en": "New",
        "gist_en": "",
        "heading_sq": "I ri",
        **changes,
    }


def test_a_part_is_made(admin, standard):
    admin.post(reverse(f"{NAMESPACE}:add"), fields(standard, parent=standard.parts.get(number="Rule 1").pk))
    part = standard.parts.get(number="Rule 9")
    assert (part.anchor, part.heading_sq, part.parent.number) == ("rule-9", "I ri", "Rule 1")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"number": "Rule-1"}, "This standard already has a part with this number."),
        ({"heading_en": ""}, "This field is required."),
        ({"number": "\x00"}, "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_is_said_at_the_form(admin, standard, changes, message):
    response = admin.post(reverse(f"{NAMESPACE}:add"), fields(standard, **changes))
    assert (response.status_code, message in response.text) == (200, True)
    assert standard.parts.count() == 3


def test_a_part_of_another_standard_cannot_enclose(admin, standard, other):
    response = admin.post(reverse(f"{NAMESPACE}:add"), fields(standard, parent=other.parts.get().pk))
    assert response.status_code == 200
    assert standard.parts.count() == 3


def test_the_edit_page_of_a_standard_leads_to_its_parts(admin, standard):
    response = admin.get(reverse("wagtailadmin_pages:edit", args=[standard.pk]))
    assert "Parts of this standard (3)" in response.text
    assert f'href="{reverse(f"{NAMESPACE}:list")}?standard={standard.pk}"' in response.text


def test_who_has_no_right_to_parts_is_turned_away(client, standard):
    client.force_login(make_user("Network members"))
    assert client.get(reverse(f"{NAMESPACE}:list")).status_code == 302
