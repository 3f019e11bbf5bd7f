"""The right to write, kept in the database."""

import threading

import pytest
from django.db import connection

from search.engines.base import EngineBusy
from search.engines.database_lock import database_lock

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def elsewhere(wait, name="index"):
    """Whether another connection gets the lock."""
    got = []

    def try_it():
        with connection.cursor() as cursor:
            # As another process would: the lock of this process's threads is not asked.
            cursor.execute("SELECT 1")
        try:
            with database_lock(name, wait):
                got.append(True)
        except EngineBusy:
            got.append(False)
        finally:
            connection.close()

    thread = threading.Thread(target=try_it)
    thread.start()
    thread.join()
    return got[0]


def test_it_is_held_by_one_at_a_time_and_free_afterwards():
    with database_lock("index", 1):
        assert elsewhere(0.1) is False
    assert elsewhere(5) is True


def test_an_exception_frees_it():
    with pytest.raises(LookupError), database_lock("index", 1):
        raise LookupError
    assert elsewhere(5) is True


def test_the_same_thread_does_not_get_it_twice():
    with database_lock("index", 1), pytest.raises(EngineBusy), database_lock("index", 0.1):
        pass


def test_another_connection_does_not_get_it(settings):
    """Between processes the database decides: here the very lock is asked for past our own code."""
    import psycopg

    parameters = connection.get_connection_params()
    with psycopg.connect(
        **{key: parameters[key] for key in ("host", "port", "user", "password", "dbname") if key in parameters}
    ) as other:
        # Of this database alone: the server has others, of tests that run at the same time.
        held = (
            "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database"
            " WHERE locktype = 'advisory' AND granted AND datname = current_database()"
        )
        assert other.execute(held).fetchone() == (0,)
        with database_lock("index", 1):
            assert other.execute(held).fetchone() == (1,)
        assert other.execute(held).fetchone() == (0,)
