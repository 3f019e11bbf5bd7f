"""Documents made of pages."""

from datetime import date

import pytest

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.visibility.audience import PUBLIC, Rules
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import GoodPractice, Methodology, Standard, StandardPart
from search.documents.document import DocumentText, SearchDocument
from search.documents.facets import FacetName
from search.documents.registry import all_documents, documents_of, ids_below, register_source, source_of
from tests.factories.pages import make_news, make_page, make_practice, restrict
from tests.factories.people import make_group
from tests.factories.vocabulary import make_beneficiary, make_term

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(site_root):
    return site_root


def build(page):
    page.refresh_from_db()
    return source_of(page._meta.label_lower).build(page, Rules.of_pages())


def test_a_page_as_a_document():
    page = make_practice(
        headline_en="Release plans",
        summary_en="Made early.",
        is_sample=True,
        last_reviewed_on=date(2025, 3, 4),
        beneficiaries=[make_beneficiary("AL"), make_beneficiary("XK")],
        stages=[make_term(FacetCode.STAGE, "release")],
        priority_areas=[make_term(FacetCode.PRIORITY_AREA, "pa1")],
        target_groups=[make_term(FacetCode.TARGET_GROUP, "women")],
        agencies=[make_term(FacetCode.AGENCY, "prison")],
        evidence_level=make_term(FacetCode.EVIDENCE_LEVEL, "evaluated"),
    )
    document = build(page)
    assert document == SearchDocument(
        id=f"practices.goodpractice:{page.pk}",
        texts={"en": DocumentText("Release plans", "Made early.", document.texts["en"].text)},
        facets={
            FacetName.TYPE: ("good_practice",),
            FacetName.STAGE: ("release",),
            FacetName.BENEFICIARY: ("AL", "XK"),
            FacetName.AREA: ("pa1",),
            FacetName.TARGET: ("women",),
            FacetName.AGENCY: ("prison",),
            FacetName.EVIDENCE: ("evaluated",),
            FacetName.LANGUAGE: ("en",),
            FacetName.YEAR: ("2025",),
        },
        date=date(2025, 3, 4),
        audience=PUBLIC,
        is_sample=True,
        labels=dict.fromkeys(CONTENT_CODES, ("Albania", "Kosovo", "release", "pa1", "women", "prison")),
    )


def test_names_of_its_classification_are_in_all_languages_of_the_portal():
    page = make_page(
        Standard,
        beneficiaries=[make_beneficiary("MK", name_mk="Северна Македонија", name_sq="Maqedonia e Veriut")],
        stages=[make_term(FacetCode.STAGE, "release", label_mk="Отпуштање", label_sq="")],
    )
    labels = build(page).labels
    assert labels["mk"] == ("Северна Македонија", "Отпуштање")
    assert labels["sq"] == ("Maqedonia e Veriut",)
    assert labels["en"] == ("North Macedonia", "release")


def test_all_long_texts_are_found_by():
    page = make_practice(context_en="<p>Crowded wings</p>", mechanism_en="<p>Trust grows</p>", setting_en="Remand")
    text = build(page).texts["en"].text.split("\n")
    assert {"Crowded wings", "Trust grows", "Remand"} <= set(text)


def test_a_language_with_an_overview_gives_no_more_than_that():
    page = make_practice(
        ready=("en",), overview=("sq",), headline_sq="Plani", summary_sq="Herët.", context_sq="<p>x</p>"
    )
    document = build(page)
    assert document.texts["sq"] == DocumentText("Plani", "Herët.", "")
    assert document.facets[FacetName.LANGUAGE] == ("en",)


def test_a_draft_language_is_not_indexed():
    page = make_practice(headline_mk="Нацрт", summary_mk="Не е готово")
    assert set(build(page).texts) == {"en"}


def test_an_unpublished_page_has_no_document():
    assert build(make_practice(live=False)) is None


def test_a_page_without_a_readable_language_has_no_document():
    page = make_practice()
    GoodPractice.objects.filter(pk=page.pk).update(readiness_en="overview")
    assert build(page) is None


def test_the_audience_is_that_of_the_restrictions_above():
    group = make_group("Members")
    page = make_practice(restricted_to=group)
    assert build(page).audience == f"g{group.pk}"


def test_the_day_of_publication_stands_in_for_a_date():
    page = make_practice()
    GoodPractice.objects.filter(pk=page.pk).update(last_published_at="2024-05-06T22:30:00+00:00")
    # Half past midnight of the 7th where the portal is.
    assert build(page).date == date(2024, 5, 7)


@pytest.mark.parametrize(
    ("adopted", "revised", "day"),
    [
        ("2006", "", date(2006, 1, 1)),
        ("2006-02", "", date(2006, 2, 1)),
        ("2006-02-03", "", date(2006, 2, 3)),
        ("2006-02-03", "2020-07", date(2020, 7, 1)),
    ],
)
def test_a_standard_is_dated_as_far_as_known(adopted, revised, day):
    assert build(make_page(Standard, adopted_on=adopted, revised_on=revised)).date == day


def test_a_standard_without_a_date_goes_by_its_publication():
    page = make_page(Standard)
    Standard.objects.filter(pk=page.pk).update(last_published_at="2024-05-06T12:00:00+00:00")
    assert build(page).date == date(2024, 5, 6)


def test_the_parts_of_a_standard_are_part_of_its_text():
    page = make_page(Standard, reference="Rec(2006)2", issuing_body_en="Council of Europe")
    StandardPart.objects.create(standard=page, number="Rule 51", heading_en="Safety", gist_en="No more than needed.")
    StandardPart.objects.create(standard=page, number="Rule 52", heading_sq="Siguria")
    assert build(page).texts["en"].text.split("\n") == [
        "Rec(2006)2",
        "Council of Europe",
        "Rule 51 Safety No more than needed.",
    ]


def test_all_documents_are_those_of_pages_that_can_be_read():
    practice, standard, methodology = make_practice(), make_page(Standard), make_page(Methodology)
    make_practice(live=False)
    make_news()
    assert {document.id for document in all_documents()} == {
        f"practices.goodpractice:{practice.pk}",
        f"practices.standard:{standard.pk}",
        f"practices.methodology:{methodology.pk}",
    }


def test_documents_by_id_leave_out_what_is_not_there():
    page = make_practice()
    ids = [f"practices.goodpractice:{page.pk}", "practices.goodpractice:999999", "elsewhere.thing:1"]
    assert [document.id for document in documents_of(ids)] == ids[:1]


def test_ids_below_a_place():
    page = make_practice()
    other = make_page(Methodology)
    assert list(ids_below(page.get_parent().path)) == [f"practices.goodpractice:{page.pk}"]
    assert set(ids_below(page.get_parent().get_parent().path)) == {
        f"practices.goodpractice:{page.pk}",
        f"practices.methodology:{other.pk}",
    }


def test_making_documents_takes_as_many_queries_for_one_as_for_three(django_assert_num_queries):
    source = source_of("practices.goodpractice")
    make_practice()
    with django_assert_num_queries(9):
        assert len(list(source.documents())) == 1
    make_practice()
    make_practice()
    with django_assert_num_queries(9):
        assert len(list(source.documents())) == 3


def test_restrictions_are_read_when_documents_are_made():
    page = make_practice()
    restrict(page, make_group("Members"))
    assert next(documents_of([f"practices.goodpractice:{page.pk}"])).audience != PUBLIC


def test_a_model_is_declared_once():
    with pytest.raises(ValueError):
        register_source(source_of("practices.goodpractice"))
