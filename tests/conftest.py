"""What tests of all apps share. Makers of pages, people and words are plain functions in tests/factories."""

import gc
import secrets
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import LazySettings, settings
from django.core.cache import cache
from django.core.signals import request_finished
from django.db import close_old_connections, connection, connections, transaction
from django.test import override_settings
from django.utils import translation
from pytest_django import DjangoDbBlocker

from portal.core.catalogues.compiling import compile_all
from portal.core.catalogues.registry import catalogues
from portal.website.models import HomePage
from search.engines.current import current_engine
from search.upkeep.build import rebuild
from tests import migrated_database
from tests.factories.site import make_site_root

# No test is timed: a busy machine is no failure.
hypothesis.settings.register_profile("continuum", deadline=None)
hypothesis.settings.load_profile("continuum")


def pytest_configure(config: pytest.Config) -> None:
    """Compiles the catalogues once, before any process of the run reads them.

    Django knows a language, and uses its date formats, only when there is a compiled catalogue of it.
    """
    if not hasattr(config, "workerinput"):
        compile_all(catalogues())


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None]:
    """Marks what asks for the database or the index with `database`; nobody does so by hand.

    The rest says the same on every engine, so `make test` runs it once. pytest-django lets none of it reach a database.
    """
    copying = set()
    for item in items:
        asked_for = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or asked_for & {"django_db_setup", "search_folder"}:
            item.add_marker("database")
        if "many_connections" in asked_for:
            if connection.vendor == "sqlite":
                copying.add(item)
            else:
                item.add_marker(pytest.mark.django_db(transaction=True))
    yield
    # They copy the database as migrations leave it: before those that flush it, which pytest-django puts last.
    items.sort(key=lambda item: item not in copying)


def pytest_collection_finish() -> None:
    """Spares the garbage collector what stays until the end: all of Django, Wagtail and the tests."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Removes what tests with an index for all of a module left in a cluster."""
    if settings.ELASTICSEARCH_URL:
        current_engine().remove()


#: Of indexes that no test asked for.
_OWN_PREFIX = settings.ELASTICSEARCH_INDEX_PREFIX


@pytest.fixture(autouse=True)
def nothing_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test begins in English, with an empty cache and without an index: all outlive the database of a test."""
    cache.clear()
    turned_before = times_turned_to_a_cluster()
    with translation.override("en"):
        yield
    cache.clear()
    asked_database = request.node.get_closest_marker("database") is not None
    # Most turn to no cluster at all.
    asked_cluster = asked_database and times_turned_to_a_cluster() != turned_before
    if asked_cluster and settings.ELASTICSEARCH_URL and settings.ELASTICSEARCH_INDEX_PREFIX == _OWN_PREFIX:
        # Made by a change that was applied at once, in a test that is not about the index.
        current_engine().remove()


def times_turned_to_a_cluster() -> int:
    """How often this process has asked for the connection to one."""
    if not settings.ELASTICSEARCH_URL:
        return 0
    from search.engines.elasticsearch_settings import _connection

    asked = _connection.cache_info()
    return asked.hits + asked.misses


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Django is about to make the test database: it shall not migrate from nothing in each process."""
    with ExitStack() as until_the_end:
        with django_db_blocker.unblock():
            until_the_end.enter_context(migrated_database.as_test_database())
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The database of all tests is as migrations leave it, and has a home page."""
    with django_db_blocker.unblock():
        make_site_root()


@pytest.fixture
def site_root(db: None) -> HomePage:
    """The home page, root of the default site and ready in all six languages."""
    return make_site_root()


@pytest.fixture
def many_connections(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[None]:
    """For tests with threads and processes, each of which has connections of its own: what one writes all see.

    With SQLite the database is a file, as in a portal, a copy of the one in memory. Asks for nothing besides: not for
    `db`, and not for `site_root`, which is there.
    """
    with django_db_blocker.unblock():
        if connection.vendor != "sqlite":
            # A test before this one may have flushed it.
            make_site_root()
            yield
            return
        in_memory = connections["default"]
        in_memory.ensure_connection()
        file = tmp_path / "shared.sqlite3"
        with closing(sqlite3.connect(file)) as copy:
            in_memory.connection.backup(copy)
        # A busy machine is no failure: whoever writes may have to wait for longer than on a portal.
        options = {**in_memory.settings_dict["OPTIONS"], "timeout": 300}
        connections.settings["default"] = {**in_memory.settings_dict, "NAME": str(file), "OPTIONS": options}
        connections["default"] = connections.create_connection("default")
        try:
            yield
        finally:
            connections["default"].close()
            connections["default"] = in_memory
            connections.settings["default"] = in_memory.settings_dict


@pytest.fixture(scope="module")
def shared_rows(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Lets fixtures of a module write rows that all its tests share: they ask for this instead of `db`.

    What they write is taken back after the module; what a test changes is taken back after the test. Objects in memory
    are not: a fixture hands out primary keys, or objects that no test alters. Every test of the module sees the rows,
    so what needs a database without them is in another module.
    """
    # The end of a request would close the connection, and the transaction with it.
    request_finished.disconnect(close_old_connections)
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("en"):
        yield
        transaction.set_rollback(True)
    request_finished.connect(close_old_connections)


@pytest.fixture
def search_folder(settings: LazySettings, tmp_path: Path) -> Iterator[Path]:
    """A place for the search index, for this test alone; without it there is no index at all.

    That is an empty folder, and in a cluster a prefix of the indexes' names.
    """
    for name, value in index_of_its_own(tmp_path).items():
        setattr(settings, name, value)
    # The one of now: the test may change where the cluster is.
    engine = current_engine() if settings.ELASTICSEARCH_URL else None
    yield tmp_path / "search"
    if engine is not None:
        engine.remove()


@pytest.fixture(scope="module")
def shared_index(shared_rows: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], int]]:
    """Builds the index of the shared rows when it is called, for all tests of the module that only ask it.

    A test that changes or loses an index asks for `search_folder` and builds one of its own.
    """
    with override_settings(**index_of_its_own(tmp_path_factory.mktemp("shared"))):
        yield lambda: rebuild(current_engine(), lambda number: None)
        if settings.ELASTICSEARCH_URL:
            current_engine().remove()


def index_of_its_own(folder: Path) -> dict[str, Any]:
    """Settings by which the index is in this folder, or in a cluster has names of its own."""
    prefix = f"{settings.ELASTICSEARCH_INDEX_PREFIX}-{secrets.token_hex(4)}"
    return {"SEARCH_INDEX_DIR": folder / "search", "ELASTICSEARCH_INDEX_PREFIX": prefix}
