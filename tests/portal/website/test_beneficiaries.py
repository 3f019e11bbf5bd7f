"""The six: alphabetical in the reader's language, the same sections in the same order."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.vocabulary.models import Beneficiary, Institution
from portal.website.models import BeneficiaryPage
from tests.factories.pages import make_news, make_page, make_practice
from tests.factories.vocabulary import make_beneficiary

QUERIES = 18


def test_only_what_belongs_to_the_beneficiary(site_root, visit):
    albania, serbia = make_beneficiary("AL"), make_beneficiary("RS")
    make_page(BeneficiaryPage, slug="albania", beneficiary=albania)
    for one in (albania, serbia):
        make_practice(headline_en=f"Practice of {one.name}", beneficiaries=[one])
        make_news(headline_en=f"News of {one.name}", beneficiaries=[one])
    html = visit("/en/beneficiaries/albania/")
    assert [heading.get_text(strip=True) for heading in html.select("article h3")] == [
        "Practice of Albania",
        "No institutions listed yet",
        "News of Albania",
    ]


def test_nothing_yet_is_said_in_each_section(site_root, visit):
    make_page(BeneficiaryPage, slug="albania", beneficiary=make_beneficiary("AL"))
    html = visit("/en/beneficiaries/albania/")
    assert [heading.get_text(strip=True) for heading in html.select(".empty h3")] == [
        "No practices to show yet",
        "No institutions listed yet",
        "No news yet",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_for_one_and_for_three(site_root, build_index, visit, client, number):
    albania = make_beneficiary("AL")
    make_page(BeneficiaryPage, slug="albania", beneficiary=albania)
    for _ in range(number):
        make_practice(beneficiaries=[albania])
        make_news(beneficiaries=[albania])
        Institution.objects.create(beneficiary=albania, type="other", name_en="An office", name_sq="Një zyrë")
    build_index()
    assert Beneficiary.objects.get().institutions.count() == number
    assert len(visit("/en/beneficiaries/albania/").select(".results > li")) == number
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/beneficiaries/albania/")
    assert len(queries) == QUERIES
