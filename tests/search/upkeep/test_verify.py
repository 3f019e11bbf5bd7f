"""Comparing index and database, by function and by command."""

from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import call_command

from practices.models import GoodPractice
from search.documents.registry import all_documents
from search.engines.current import current_engine
from search.harvest.record import HarvestRecord
from search.outbox.entry import OutboxEntry
from search.upkeep.build import rebuild
from search.upkeep.verify import verify
from tests.factories.pages import make_practice


@pytest.fixture
def practices(search_folder, site_root):
    """Three that are in the index."""
    made = [make_practice() for _ in range(3)]
    rebuild(current_engine(), quiet)
    return made


def quiet(number):
    return None


def id_of(page):
    return f"practices.goodpractice:{page.pk}"


def run():
    output = StringIO()
    call_command("search_index", "verify", stdout=output)
    return output.getvalue().splitlines()


def test_an_index_that_is_right_is_left_alone(practices):
    assert verify(current_engine(), quiet).ids == ()
    assert run() == ["Search index: right"]


def test_what_waits_in_the_outbox_is_no_difference(practices):
    make_practice()
    assert verify(current_engine(), quiet).ids == ()
    assert current_engine().status().documents == 4


def test_what_differs_is_named_and_mended(practices):
    gone, other, kept = practices
    with current_engine().writing() as writer:
        writer.delete([id_of(gone)])
        documents = {document.id: document for document in all_documents()}
        writer.index([replace(documents[id_of(other)], audience="login")])
        writer.index([replace(documents[id_of(kept)], id="practices.goodpractice:999999")])
    assert run() == [
        f"  missing: {id_of(gone)}",
        f"  outdated: {id_of(other)}",
        "  not in the database: practices.goodpractice:999999",
        "Search index: 3 documents mended",
    ]
    assert set(current_engine().fingerprints()) == {id_of(page) for page in practices}
    assert run() == ["Search index: right"]
    assert not OutboxEntry.objects.exists()


def test_a_record_for_harvesters_that_is_behind_is_named_and_mended(practices):
    HarvestRecord.objects.filter(document_id=id_of(practices[0])).update(fingerprint="")
    assert run() == [f"  record for harvesters: {id_of(practices[0])}", "Search index: 1 documents mended"]
    assert run() == ["Search index: right"]


def test_a_change_that_nobody_noticed_is_found(practices):
    GoodPractice.objects.filter(pk=practices[0].pk).update(headline_en="Written past the models")
    found = verify(current_engine(), quiet)
    assert (found.missing, found.outdated, found.superfluous) == ((), (id_of(practices[0]),), ())


def test_progress_is_told(practices, monkeypatch):
    monkeypatch.setattr("search.upkeep.verify._STEP", 2)
    numbers = []
    verify(current_engine(), numbers.append)
    assert numbers == [2]
