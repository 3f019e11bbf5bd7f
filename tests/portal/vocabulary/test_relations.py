"""What pages are classified by, read at once: of one page, of several, and what they share."""

import pytest

from portal.vocabulary.classification import Classification, beneficiaries_of
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.relations import keys_by_kind, keys_by_page, keys_in_common
from practices.models import GoodPractice, Methodology
from tests.factories.pages import make_page
from tests.factories.vocabulary import make_beneficiary, make_concept, make_term

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.fixture
def release(db):
    return make_term(FacetCode.STAGE, "release")


@pytest.fixture
def page(release):
    return make_page(
        Methodology,
        stages=[release],
        beneficiaries=[make_beneficiary("XK"), make_beneficiary("AL")],
        concepts=[make_concept("aftercare")],
    )


def test_a_stored_page_has_what_is_stored_of_each_kind(page, release, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = keys_by_kind(page, ["stages", "agencies", "beneficiaries"])
    assert found == {
        "stages": {release.pk},
        "agencies": set(),
        "beneficiaries": {one.pk for one in page.beneficiaries.all()},
    }


def test_a_draft_has_what_it_carries_with_it(page):
    custody = make_term(FacetCode.STAGE, "custody")
    page.stages = [custody]
    classification = Classification(page)
    assert [term.code for term in classification.stages] == ["custody"]
    assert [concept.identifier for concept in classification.concepts] == ["aftercare"]


def test_a_page_that_was_never_stored_has_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert keys_by_kind(Methodology(), ["stages"]) == {"stages": set()}


@pytest.mark.parametrize("number", [1, 3])
def test_pages_of_several_types_take_one_query(page, number, django_assert_num_queries):
    albania = make_beneficiary("AL")
    pages = [page, *(make_page(GoodPractice, beneficiaries=[albania]) for _ in range(number))]
    with django_assert_num_queries(1):
        found = keys_by_page(pages, "beneficiaries")
    assert {key: len(keys) for key, keys in found.items()} == {page.pk: 2} | {one.pk: 1 for one in pages[1:]}


def test_each_thing_in_common_is_told(page, release):
    other = make_page(GoodPractice, stages=[release], concepts=[])
    wanted = {"stages": [release.pk], "concepts": list(keys_by_kind(page)["concepts"]), "agencies": []}
    found = set(keys_in_common([GoodPractice, Methodology], wanted))
    assert found == {
        (GoodPractice, "stages", other.pk),
        (Methodology, "stages", page.pk),
        (Methodology, "concepts", page.pk),
    }


def test_nothing_is_asked_where_nothing_is_wanted(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert (list(keys_in_common([Methodology], {"stages": []})), beneficiaries_of([])) == ([], {})


def test_beneficiaries_are_named_in_their_order(page):
    assert [one.code for one in beneficiaries_of([page])[page.pk]] == ["AL", "XK"]
