"""Tasks in a thread: after the commit, one at a time, while whoever asked for them goes on."""

import threading

import pytest
from django.db import connections, transaction
from django_tasks import task

ALIAS = "thread"

pytestmark = pytest.mark.django_db(transaction=True)

done = []
used = []
running = threading.Semaphore(1)
may_end = threading.Event()
ended = threading.Semaphore(0)


@task(backend=ALIAS)
def note(name):
    alone = running.acquire(blocking=False)
    may_end.wait(30)
    done.append((name, alone, threading.current_thread() is not threading.main_thread()))
    running.release()
    ended.release()


@task(backend=ALIAS)
def ask():
    connections["default"].ensure_connection()
    used.append((threading.current_thread(), connections["default"]))
    ended.release()


@pytest.fixture(autouse=True)
def nothing_done():
    done.clear()
    used.clear()
    may_end.clear()
    yield
    may_end.set()


def all_ended(number):
    may_end.set()
    assert all(ended.acquire(timeout=30) for _ in range(number))
    return done


def test_who_asks_goes_on_while_tasks_run_one_after_the_other():
    for name in ("first", "second"):
        note.enqueue(name)
    assert done == []
    assert sorted(all_ended(2)) == [("first", True, True), ("second", True, True)]


def test_a_task_begins_after_the_commit_and_never_without_it():
    may_end.set()
    with pytest.raises(LookupError), transaction.atomic():
        note.enqueue("lost")
        raise LookupError
    with transaction.atomic():
        note.enqueue("kept")
        assert done == []
    assert all_ended(1) == [("kept", True, True)]


@pytest.mark.postgresql
def test_its_connection_is_closed_at_the_end():
    ask.enqueue()
    all_ended(1)
    [(thread, connection)] = used
    thread.join()
    assert connection.connection is None
