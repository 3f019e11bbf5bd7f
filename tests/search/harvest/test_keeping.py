"""From a change to the record: whoever asks what changed since last time hears of it, and of nothing else."""

from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from portal.vocabulary.models import Beneficiary
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import CatalogueIndexPage, GoodPractice, Methodology, Standard
from search.documents.registry import sources
from search.harvest.keeping import differing, keep
from search.harvest.record import HarvestRecord, HarvestSet
from search.outbox.entry import OutboxEntry
from tests.factories.files import close, make_collection, make_document
from tests.factories.pages import LOGIN, make_news, make_page, make_practice, place_of, restrict
from tests.factories.people import make_group
from tests.factories.vocabulary import make_beneficiary, make_concept, make_term

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def id_of(page):
    return f"{page._meta.label_lower}:{page.pk}"


@pytest.fixture
def committed(build_index, django_capture_on_commit_callbacks):
    """A block whose changes count as committed at its end. There is an index, as in a portal that runs."""
    build_index()
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def heard():
    """What somebody hears of who asks again: by document, whether it is gone. The time before is long ago."""

    def changes():
        found = dict(HarvestRecord.objects.exclude(datestamp=LONG_AGO).values_list("document_id", "is_deleted"))
        HarvestRecord.objects.update(datestamp=LONG_AGO)
        return found

    return changes


@pytest.fixture
def page(committed, heard):
    """A public practice, of which harvesters know."""
    with committed():
        made = make_practice(ready=("en", "sq"), beneficiaries=[make_beneficiary("AL")])
    assert heard() == {id_of(made): False}
    return made


# What is said ----------------------------------------------------------------------------------------------------


def test_each_type_of_the_library_has_records_and_other_pages_have_none(committed, heard):
    with committed():
        pages = [make_page(source.model) for source in sources()]
        make_news()
    assert heard() == {id_of(one): False for one in pages}


def test_a_draft_has_no_record_until_it_is_published(committed, heard):
    with committed():
        page = make_practice(live=False)
    assert heard() == {}
    with committed():
        page.save_revision().publish()
    assert heard() == {id_of(page): False}


def test_another_title_is_heard_of_and_a_draft_of_one_is_not(page, committed, heard):
    with committed():
        page.headline_en = "Said otherwise"
        revision = page.save_revision()
    assert heard() == {}
    with committed():
        revision.publish()
    assert heard() == {id_of(page): False}


def test_what_a_record_does_not_say_is_not_heard_of(page, committed, heard):
    with committed():
        page.results_en = "<p>Nobody reads this in a record.</p>"
        page.save_revision().publish()
    assert heard() == {}


def test_a_language_that_is_withdrawn(page, committed, heard):
    with committed():
        page.readiness_sq = ""
        page.save_revision().publish()
    assert heard() == {id_of(page): False}
    with committed():
        page.readiness_en = ""
        GoodPractice.objects.filter(pk=page.pk).update(readiness_en="")
        GoodPractice.objects.get(pk=page.pk).save(clean=False)
    assert heard() == {id_of(page): True}


def test_another_address_of_the_page_or_of_one_above_it(page, committed, heard):
    with committed():
        page.slug = "elsewhere"
        page.save()
    assert heard() == {id_of(page): False}
    with committed():
        place = CatalogueIndexPage.objects.get()
        place.slug = "good-practices"
        place.save()
    assert heard() == {id_of(page): False}


def test_a_page_that_gets_another_name_and_is_deleted_at_once(committed, heard):
    """As Wagtail's welcome page at the first start."""
    page = make_practice(Page.get_first_root_node())
    with committed():
        page.slug = "elsewhere"
        page.save()
        page.delete()
    assert heard() == {}


def test_a_file_that_is_attached_closed_and_deleted(page, committed, heard):
    with committed():
        file = make_document()
        page.attachments = [("file", file)]
        page.save_revision().publish()
    assert heard() == {id_of(page): False}
    with committed():
        file.collection = make_collection()
        file.save()
    assert heard() == {}
    with committed():
        close(file.collection, make_group("Members"))
    assert heard() == {id_of(page): False}


# Who may see it --------------------------------------------------------------------------------------------------


def test_what_is_unpublished_and_published_again(page, committed, heard):
    identifier = HarvestRecord.objects.get().identifier
    with committed():
        page.unpublish()
    assert heard() == {id_of(page): True}
    with committed():
        page.save_revision().publish()
    assert heard() == {id_of(page): False}
    assert HarvestRecord.objects.get().identifier == identifier


def test_a_restriction_on_a_page_above_it_that_comes_and_goes(page, committed, heard):
    with committed():
        restriction = restrict(page.get_parent(), LOGIN)
    assert heard() == {id_of(page): True}
    with committed():
        restriction.delete()
    assert heard() == {id_of(page): False}


def test_a_page_that_moves_to_a_closed_place(page, committed, heard):
    with committed():
        closed = make_page(CatalogueIndexPage, place_of(GoodPractice), resource_type="standard", restricted_to=LOGIN)
        page.move(closed, pos="last-child")
    assert heard() == {id_of(page): True}


def test_what_is_deleted_with_what_it_lies_in(page, committed, heard):
    with committed():
        page.get_parent().delete()
    assert heard() == {id_of(page): True}
    assert list(HarvestSet.objects.values_list("spec", flat=True)) == ["beneficiary:AL", "type:good_practice"]


@pytest.mark.parametrize("kind", ["members", "signed in", "draft", "not ready"])
def test_of_what_never_was_public_there_is_no_record(committed, heard, kind):
    with committed():
        page = make_practice(live=kind != "draft")
        if kind == "not ready":
            GoodPractice.objects.filter(pk=page.pk).update(readiness_en="overview")
        elif kind != "draft":
            restrict(page, LOGIN if kind == "signed in" else make_group("Members"))
    with committed():
        PageViewRestriction.objects.filter(page=page).update(restriction_type=LOGIN)
        page.delete()
    assert (heard(), HarvestRecord.objects.count(), HarvestSet.objects.count()) == ({}, 0, 0)


# Words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "word",
    [
        lambda: make_beneficiary("AL"),
        lambda: make_term(FacetCode.STAGE, "release"),
        lambda: make_term(FacetCode.RESOURCE_TYPE, "good_practice"),
        lambda: make_concept("parole"),
    ],
    ids=["beneficiary", "term", "type", "concept"],
)
def test_a_word_that_is_called_otherwise_is_heard_of_where_it_stands(committed, heard, word):
    with committed():
        word = word()
        page = make_practice(
            beneficiaries=[make_beneficiary("AL")],
            stages=[make_term(FacetCode.STAGE, "release")],
            concepts=[make_concept("parole")],
        )
        make_page(Methodology, beneficiaries=[make_beneficiary("ME")])
        make_page(Standard)
    heard()
    with committed():
        setattr(word, "name_sq" if isinstance(word, Beneficiary) else "label_sq", "Fjalë")
        word.save()
    assert heard() == {id_of(page): False}
    with committed():
        word.save()
    assert heard() == {}


# Moments ---------------------------------------------------------------------------------------------------------


def test_moments_are_whole_seconds_that_do_not_go_back(site_root):
    before = timezone.now()
    first, second = make_practice(), make_practice()
    keep([id_of(first)])
    stamped = HarvestRecord.objects.get().datestamp
    assert (stamped.microsecond, stamped > before) == (0, True)
    # As after a clock that was wrong.
    HarvestRecord.objects.update(datestamp=datetime(2050, 1, 1, tzinfo=UTC))
    keep([id_of(second)])
    assert HarvestRecord.objects.latest("pk").datestamp == datetime(2050, 1, 1, tzinfo=UTC)


def test_looking_again_changes_nothing(site_root):
    page = make_practice()
    keep([id_of(page)])
    HarvestRecord.objects.update(datestamp=LONG_AGO)
    keep([id_of(page), "practices.goodpractice:999999", "elsewhere.thing:1"])
    assert list(HarvestRecord.objects.values_list("document_id", "datestamp")) == [(id_of(page), LONG_AGO)]


def test_what_differs_is_found(site_root):
    right, wrong, gone, closed, missing = (make_practice() for _ in range(5))
    keep([id_of(page) for page in (right, wrong, gone, closed)])
    GoodPractice.objects.filter(pk=wrong.pk).update(headline_en="Written past the models")
    GoodPractice.objects.filter(pk=gone.pk).update(live=False)
    restrict(closed, LOGIN)
    assert set(differing()) == {id_of(page) for page in (wrong, gone, closed, missing)}
    keep(list(differing()))
    assert list(differing()) == []


def test_pages_from_before_there_were_records_are_looked_at_when_the_table_is_made(site_root):
    page, news = make_practice(), make_news()
    make_practice(live=False)
    OutboxEntry.objects.all().delete()
    import_module("search.migrations.0005_harvest").look_at_all_pages(apps, None)
    pages = {site_root, page.get_parent().specific, page, news.get_parent().specific, news}
    assert set(OutboxEntry.objects.values_list("document_id", flat=True)) == {id_of(one) for one in pages}


@pytest.mark.parametrize("number", [1, 3])
def test_keeping_costs_the_same_for_one_and_for_three(site_root, django_assert_num_queries, number):
    pages = [make_practice() for _ in range(number)]
    # One more where a table is locked that all may read.
    with django_assert_num_queries(18 if connection.vendor == "postgresql" else 17):
        keep([id_of(page) for page in pages])
