"""Two requests of one person at the same instant: one pack is made."""

import threading
from contextlib import suppress

import pytest
from django.db import connection
from django.db.models.signals import pre_save

from search.offline_pack import starting
from search.offline_pack.owner import Owner
from search.offline_pack.pack import OfflinePack
from search.offline_pack.starting import NotStarted, start_pack

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

VISITOR = Owner(None, "a" * 32)


@pytest.fixture
def asked_twice_at_once():
    """A function that asks for two packs in two threads, and returns how many of them were refused."""
    both_looked = threading.Barrier(2)

    def wait(**signal):
        # Whoever comes here has looked at the limits. The other one comes as well, or is held up.
        with suppress(threading.BrokenBarrierError):
            both_looked.wait(1)

    def ask_twice():
        refused = []

        def go():
            try:
                start_pack(owner=VISITOR, documents=[], parameters=None, languages=["en"], with_files=False)
            except NotStarted:
                refused.append(True)
            finally:
                connection.close()

        threads = [threading.Thread(target=go) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return len(refused)

    pre_save.connect(wait, sender=OfflinePack)
    yield ask_twice
    pre_save.disconnect(wait, sender=OfflinePack)


@pytest.fixture(autouse=True)
def nobody_makes_them(settings):
    """A pack that was asked for waits, as for a worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def test_two_at_once_are_one_pack_and_a_refusal(asked_twice_at_once):
    assert (asked_twice_at_once(), OfflinePack.objects.count()) == (1, 1)


def test_without_the_turn_both_would_come_through(asked_twice_at_once, monkeypatch):
    """The control: this is what the turn is for."""
    monkeypatch.setattr(starting, "wait_for_turn", lambda name: None)
    assert (asked_twice_at_once(), OfflinePack.objects.count()) == (0, 2)
