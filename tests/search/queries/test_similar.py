"""Resources about the same things: the nearest first, why they are near, and nothing that the reader may not see."""

import logging

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.vocabulary.classification import Classification
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import Methodology, Standard
from search.lexicon.current import current_lexicon
from search.queries.similar import similar_resources
from tests.factories.pages import make_page
from tests.factories.people import make_group, make_user
from tests.factories.vocabulary import make_concept, make_term

pytestmark = pytest.mark.usefixtures("site_root")

#: Texts of which each is about something else.
MENTORS = "<p>Mentors from outside meet young men weekly, listen patiently, and question grievances together.</p>"
KITCHENS = "<p>Bakeries, gardens, kitchens and laundries employ whoever wants to learn a useful trade.</p>"


def words_of_its_own(title):
    """Some words that nothing else has."""
    letters = "".join(chr(ord("a") + ord(sign) % 26) for sign in title)
    return " ".join(f"{start}{letters}" for start in ("qua", "que", "qui", "quo", "quu"))


@pytest.fixture
def make(site_root):
    """A resource with a title, exactly these stages, target groups and concepts, and this text or one of its own."""

    def make(title, model=Methodology, stages=(), targets=(), concepts=(), text="", **fields):
        own = text or f"<p>{words_of_its_own(title)}</p>"
        written = {
            "objectives_en": own,
            "sessions_en": [("session", {"title": words_of_its_own(title), "content": own, "minutes": 45})],
        }
        return make_page(
            model,
            headline_en=title,
            summary_en=words_of_its_own(title),
            stages=[make_term(FacetCode.STAGE, code) for code in stages],
            target_groups=[make_term(FacetCode.TARGET_GROUP, code) for code in targets],
            priority_areas=[make_term(FacetCode.PRIORITY_AREA, "pa1")],
            concepts=[make_concept(identifier) for identifier in concepts],
            **(written if model is Methodology else {}),
            **fields,
        )

    return make


@pytest.fixture
def member():
    return make_user("Network members")


def similar(page, user=None, **options):
    return similar_resources(page, Classification(page), user or AnonymousUser(), **options)


def titles(page, user=None):
    return [one.page.title for one in similar(page, user)]


@pytest.fixture(params=["engine", "database"])
def ready(request, build_index, search_folder):
    """To be called when everything is there: with an index, or without one, when the database answers."""
    return build_index if request.param == "engine" else lambda: None


def test_what_has_more_in_common_comes_first(make, ready):
    page = make("Page", stages=["release"], targets=["families"], concepts=["aftercare"])
    make("Stage only", Standard, stages=["release"])
    make("Concept only", concepts=["aftercare"])
    make("Target only", targets=["families"])
    make("All three", stages=["release"], targets=["families"], concepts=["aftercare"])
    make("Nothing", stages=["custody"])
    ready()
    assert titles(page) == ["All three", "Concept only", "Target only", "Stage only"]


def test_it_says_what_both_are_classified_by(make, ready):
    page = make("Page", stages=["release", "custody"], concepts=["aftercare"])
    make("Other", stages=["release"], concepts=["aftercare"])
    ready()
    (found,) = similar(page)
    stage, concept = make_term(FacetCode.STAGE, "release"), make_concept("aftercare")
    assert {kind: set(keys) for kind, keys in found.shared.items() if keys} == {
        "stages": {stage.pk},
        "concepts": {concept.pk},
        "priority_areas": {make_term(FacetCode.PRIORITY_AREA, "pa1").pk},
    }


def test_there_are_never_more_than_asked_for(make, ready):
    page = make("Page", stages=["release"])
    for number in range(7):
        make(f"Other {number}", (Methodology, Standard)[number % 2], stages=["release"])
    ready()
    assert (len(similar(page)), len(similar(page, limit=2))) == (5, 2)


def test_what_is_closed_unpublished_or_unread_is_not_similar(make, ready, member):
    page = make("Page", stages=["release"], text=MENTORS)
    make("Closed", stages=["release"], text=MENTORS, restricted_to=make_group("Network members"))
    make("Draft", stages=["release"], text=MENTORS, live=False)
    Methodology.objects.filter(pk=make("Unread", stages=["release"], text=MENTORS).pk).update(readiness_en="overview")
    ready()
    assert (titles(page), titles(page, member)) == ([], ["Closed"])


def test_a_shared_priority_area_alone_makes_nothing_similar(make, ready):
    page = make("Page")
    make("Other")
    ready()
    assert titles(page) == []


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_what_is_found(make, build_index, django_assert_num_queries, number):
    page = make("Page", stages=["release"], concepts=["aftercare"])
    for place in range(number):
        make(f"Other {place}", stages=["release"], concepts=["aftercare"])
    build_index()
    fresh = Methodology.objects.get(pk=page.pk)
    # Compiled when something has changed, not for each page.
    current_lexicon()
    # Classification, concepts, terms, restrictions, lexicon, files; then pages of a type, and their classification.
    with django_assert_num_queries(8):
        assert len(similar(fresh)) == number


# Words -----------------------------------------------------------------------------------------------------------


def test_texts_that_say_the_same_are_similar_and_others_are_not(make, build_index):
    page = make("One", text=MENTORS)
    make("Two", text=MENTORS.replace("weekly", "twice"))
    make("Three", text=KITCHENS)
    build_index()
    (found,) = similar(page)
    assert (found.page.title, found.by_text) == ("Two", True)


def test_a_closed_text_is_similar_only_for_those_who_may_read_it(make, build_index, member):
    page = make("One", text=MENTORS)
    make("Closed", text=MENTORS, restricted_to=make_group("Network members"))
    build_index()
    assert (titles(page), titles(page, member)) == ([], ["Closed"])


def test_what_was_closed_since_the_index_was_built_is_not_shown(make, build_index):
    page = make("One", text=MENTORS)
    other = make("Two", text=MENTORS)
    build_index()
    Methodology.objects.filter(pk=other.pk).update(live=False)
    assert titles(page) == []


def test_a_page_that_nobody_reads_yet_has_what_is_filed_alike(make, build_index):
    make("Other", stages=["release"], text=MENTORS)
    page = make("Draft", stages=["release"], text=MENTORS, live=False)
    page.readiness_en = ""
    build_index()
    (found,) = similar(page)
    assert (found.page.title, found.by_text) == ("Other", False)


def test_while_the_engine_is_away_the_log_says_so(make, build_index, break_engine, caplog):
    page = make("Page", stages=["release"])
    make("Other", stages=["release"])
    build_index()
    break_engine()
    with caplog.at_level(logging.WARNING):
        assert titles(page) == ["Other"]
    assert "the database says what is similar" in caplog.text
