"""The whole starter content, loaded once for all tests that walk through it."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.signals import request_finished
from django.db import close_old_connections, transaction
from django.test import override_settings


@pytest.fixture(scope="module")
def starter_content(
    django_db_setup: None, django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """In one transaction that is taken back at the end; with a search index and a media folder of its own."""
    folder = tmp_path_factory.mktemp("starter")
    paths = {"SEARCH_INDEX_DIR": folder / "search", "MEDIA_ROOT": folder / "media"}
    # The end of a request would close the connection, and the transaction with it.
    request_finished.disconnect(close_old_connections)
    with django_db_blocker.unblock(), override_settings(**paths), transaction.atomic():
        call_command("load_starter", stdout=StringIO())
        call_command("search_index", "rebuild", stdout=StringIO())
        yield
        transaction.set_rollback(True)
    request_finished.connect(close_old_connections)
