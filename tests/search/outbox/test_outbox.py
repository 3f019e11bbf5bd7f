"""From a change to the index: what happened is found, and only what happened."""

import logging

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from portal.core.visibility.audience import audiences_for
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import GoodPractice, Methodology, Standard, StandardPart
from search.analysis.language_groups import GROUP_CODES
from search.engines.base import EngineBusy, EngineError, EngineQuery
from search.engines.current import current_engine
from search.engines.looked_for import AnyOf, Stream, Together, Words
from search.outbox.drain import drain
from search.outbox.entry import OutboxEntry
from tests.factories.pages import LOGIN, make_news, make_page, make_practice, place_of, restrict
from tests.factories.people import make_group, make_superuser, make_user
from tests.factories.vocabulary import make_beneficiary, make_term

NOBODY = AnonymousUser()


def found(user=NOBODY, words=()):
    anywhere = [AnyOf(tuple(Words(group, Stream.WORDS, (word,)) for group in GROUP_CODES)) for word in words]
    looked_for = Together(tuple(anywhere), len(words)) if words else None
    query = EngineQuery(audiences_for(user), looked_for, limit=100)
    return {hit.id for hit in current_engine().search(query).hits}


def id_of(page):
    return f"{page._meta.label_lower}:{page.pk}"


def waiting():
    return set(OutboxEntry.objects.values_list("document_id", flat=True))


@pytest.fixture
def index(build_index):
    """An index that is there already; changes reach it as they are committed."""
    return build_index()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """A block whose changes count as committed at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


# Publishing ------------------------------------------------------------------------------------------------------


def test_what_is_published_is_found(index, committed):
    with committed():
        page = make_practice()
    assert found() == {id_of(page)}
    assert waiting() == set()


def test_a_draft_is_not_found_until_it_is_published(index, committed):
    with committed():
        page = make_practice(live=False)
    assert found() == set()
    with committed():
        page.save_revision().publish()
    assert found() == {id_of(page)}


def test_a_draft_of_a_published_page_changes_nothing(index, committed):
    with committed():
        page = make_practice(headline_en="First")
    with committed():
        page.headline_en = "Second"
        revision = page.save_revision()
    assert (found(words=("first",)), found(words=("second",))) == ({id_of(page)}, set())
    with committed():
        revision.publish()
    assert (found(words=("first",)), found(words=("second",))) == (set(), {id_of(page)})


def test_what_is_unpublished_is_gone(index, committed):
    with committed():
        page = make_practice()
    with committed():
        page.unpublish()
    assert found() == set()


def test_a_page_may_come_as_a_plain_page(index, committed):
    with committed():
        page = make_practice()
    with committed():
        Page.objects.get(pk=page.pk).unpublish()
    assert found() == set()


def test_what_is_deleted_is_gone_with_what_lies_below(index, committed):
    with committed():
        page, other = make_practice(), make_page(Methodology)
    with committed():
        page.get_parent().delete()
    assert found() == {id_of(other)}


def test_a_language_withdrawn_is_not_found_any_more(index, committed):
    with committed():
        page = make_practice(ready=("en", "sq"), headline_sq="Burgu")
    assert found(words=("burgu",)) == {id_of(page)}
    with committed():
        page.readiness_sq = ""
        page.save_revision().publish()
    assert found(words=("burgu",)) == set()


def test_other_pages_are_none_of_its_business(index):
    make_news()
    assert waiting() == set()


def test_a_part_changes_its_standard(index, committed):
    with committed():
        page = make_page(Standard)
    with committed():
        part = StandardPart.objects.create(standard=page, number="Rule 51", heading_en="Safeguards")
    assert found(words=("safeguards",)) == {id_of(page)}
    with committed():
        part.delete()
    assert found(words=("safeguards",)) == set()


# What it is classified by ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "facet"),
    [
        ("stages", FacetCode.STAGE),
        ("priority_areas", FacetCode.PRIORITY_AREA),
        ("target_groups", FacetCode.TARGET_GROUP),
        ("agencies", FacetCode.AGENCY),
    ],
)
def test_a_term_that_is_renamed_is_found_by_its_new_name_only(index, committed, relation, facet):
    term, other = make_term(facet, "one", label_sq="Burgu"), make_term(facet, "other", label_sq="Prova")
    with committed():
        page = make_practice(**{relation: [term]})
        make_practice(**{relation: [other]})
    assert found(words=("burgu",)) == {id_of(page)}
    with committed():
        term.label_sq = "Paraburgimi"
        term.save()
        assert waiting() == {id_of(page)}
    assert (found(words=("burgu",)), found(words=("paraburgimi",))) == (set(), {id_of(page)})


def test_a_beneficiary_that_is_renamed_is_found_by_its_new_name_only(index, committed):
    beneficiary, other = make_beneficiary("MK"), make_beneficiary("ME")
    with committed():
        page = make_page(Standard, beneficiaries=[beneficiary])
        make_page(Methodology, beneficiaries=[other])
    assert found(words=("macedonia",)) == {id_of(page)}
    with committed():
        for code in ("en", "sq", "bs", "cnr", "mk", "sr"):
            setattr(beneficiary, f"name_{code}", "Renamed")
        beneficiary.save()
        assert waiting() == {id_of(page)}
    assert (found(words=("macedonia",)), found(words=("renamed",))) == (set(), {id_of(page)})


def test_a_name_that_nothing_is_classified_by_concerns_nothing(index):
    make_practice(stages=[make_term(FacetCode.STAGE, "release")])
    OutboxEntry.objects.all().delete()
    make_term(FacetCode.STAGE, "custody").save()
    make_beneficiary("RS").save()
    assert waiting() == set()


# Who may see it --------------------------------------------------------------------------------------------------


@pytest.fixture
def members():
    return make_group("Members")


def test_a_restriction_hides_everything_below_it_but_not_from_its_group(index, committed, members):
    with committed():
        page, other = make_practice(), make_page(Methodology)
    with committed():
        restrict(page.get_parent(), members)
    assert found() == {id_of(other)}
    assert found(make_user()) == {id_of(other)}
    assert found(make_user(members)) == {id_of(page), id_of(other)}
    assert found(make_superuser()) == {id_of(page), id_of(other)}


def test_what_is_opened_again_is_found_again(index, committed):
    with committed():
        page = make_practice(restricted_to=LOGIN)
    assert found() == set()
    with committed():
        PageViewRestriction.objects.get(page=page).delete()
    assert found() == {id_of(page)}


def test_other_groups_of_a_restriction(index, committed, members):
    trainers = make_group("Trainers")
    with committed():
        page = make_practice(restricted_to=members)
    with committed():
        PageViewRestriction.objects.get(page=page).groups.set([trainers])
    assert found(make_user(members)) == set()
    assert found(make_user(trainers)) == {id_of(page)}


def test_a_group_that_is_deleted_leaves_the_page_closed(index, committed, members):
    user = make_user(members)
    with committed():
        make_practice(restricted_to=members)
    with committed():
        members.delete()
    assert found(user) == set()
    assert found(make_superuser()) == set()


def test_moving_a_page_changes_who_may_see_it(index, committed, members):
    with committed():
        page = make_practice()
        closed = make_page(type(page.get_parent().specific), place_of(GoodPractice), resource_type="standard")
        restrict(closed, members)
    assert found() == {id_of(page)}
    with committed():
        page.move(closed, pos="last-child")
    assert found() == set()
    assert found(make_user(members)) == {id_of(page)}


# In the transaction of the change --------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_what_is_committed_is_found_at_once(index):
    page = make_practice()
    assert found() == {id_of(page)}


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_never_was(index):
    with pytest.raises(LookupError), transaction.atomic():
        make_practice()
        assert waiting() != set()
        raise LookupError
    assert (found(), waiting()) == (set(), set())


@pytest.mark.django_db(transaction=True)
def test_nothing_is_found_before_the_commit(index):
    with transaction.atomic():
        make_practice()
        assert found() == set()
    assert len(found()) == 1


# When the engine is away -----------------------------------------------------------------------------------------


def test_pages_are_published_and_their_changes_wait(index, committed, break_engine, caplog):
    break_engine()
    with caplog.at_level(logging.WARNING), committed():
        page = make_practice()
    assert waiting() == {id_of(page)}
    assert "wait in the outbox" in caplog.text
    with pytest.raises(EngineError):
        drain()
    assert waiting() == {id_of(page)}


def test_without_an_index_changes_wait_silently(search_folder, site_root, committed, caplog):
    with caplog.at_level(logging.INFO), committed():
        page = make_practice()
    assert waiting() == {id_of(page)}
    assert [record for record in caplog.records if record.name.startswith("search")] == []


def test_a_busy_engine_gets_the_changes_later(index, committed, monkeypatch):
    monkeypatch.setattr("search.engines.tantivy_engine._UPDATE_WAIT", 0.05)
    monkeypatch.setattr("search.engines.elasticsearch_engine._UPDATE_WAIT", 0.05)
    with current_engine().writing():
        with committed():
            page = make_practice()
        with pytest.raises(EngineBusy):
            drain()
    assert waiting() == {id_of(page)}
    assert drain() == 1
    assert (found(), waiting()) == ({id_of(page)}, set())


def test_entries_may_be_applied_twice_late_and_for_nothing(index):
    page = make_practice()
    ids = [id_of(page), id_of(page), "practices.goodpractice:999999", "elsewhere.thing:1"]
    OutboxEntry.objects.bulk_create(OutboxEntry(document_id=identifier) for identifier in ids)
    assert drain() == 3
    assert (found(), waiting()) == ({id_of(page)}, set())
    assert drain() == 0
