"""Resources about the same things: the nearest first, and nothing that the reader may not see."""

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.vocabulary.classification import Classification
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import GoodPractice, Methodology
from practices.queries.related import related_resources
from tests.factories.pages import make_page
from tests.factories.people import make_group
from tests.factories.vocabulary import make_concept, make_term

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.fixture
def make(site_root):
    """A practice or methodology with a title and exactly these stages, target groups and concepts."""

    def make(title, model=GoodPractice, stages=(), targets=(), concepts=(), **fields):
        return make_page(
            model,
            headline_en=title,
            stages=[make_term(FacetCode.STAGE, code) for code in stages or ["elsewhere"]],
            target_groups=[
                make_term(FacetCode.TARGET_GROUP, code) for code in targets or [f"of {title}".replace(" ", "-")]
            ],
            concepts=[make_concept(identifier) for identifier in concepts],
            **fields,
        )

    return make


def related(page, user=None):
    found = related_resources(page, Classification(page), user or AnonymousUser())
    return [one.title for one in found]


def test_what_has_more_in_common_comes_first(make):
    page = make("Page", stages=["release"], targets=["families"], concepts=["aftercare"])
    make("Stage only", stages=["release"])
    make("Concept only", concepts=["aftercare"])
    make("Target only", targets=["families"])
    make("All three", Methodology, stages=["release"], targets=["families"], concepts=["aftercare"])
    make("Nothing", stages=["custody"])
    assert related(page) == ["All three", "Concept only", "Target only", "Stage only"]


def test_equally_near_ones_are_in_the_order_of_their_titles(make):
    page = make("Page", concepts=["aftercare"])
    for title in ("Beta", "Alpha"):
        make(title, concepts=["aftercare"])
    assert related(page) == ["Alpha", "Beta"]


def test_there_are_never_more_than_five(make):
    page = make("Page", stages=["release"])
    for number in range(7):
        make(f"Other {number}", (GoodPractice, Methodology)[number % 2], stages=["release"])
    assert related(page) == [f"Other {number}" for number in range(5)]


def test_what_is_closed_unpublished_or_unread_is_not_related(make, member):
    page = make("Page", stages=["release"])
    make("Closed", stages=["release"], restricted_to=make_group("Network members"))
    make("Draft", stages=["release"], live=False)
    GoodPractice.objects.filter(pk=make("Unread", stages=["release"]).pk).update(readiness_en="overview")
    assert (related(page), related(page, member)) == ([], ["Closed"])


def test_a_page_that_is_not_classified_has_nothing_related(make):
    make("Other", stages=["release"])
    page = make_page(Methodology, headline_en="Page")
    assert related(page) == []
