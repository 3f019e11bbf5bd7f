"""The library's starter content, with the words and the home page that it needs."""

import pytest
from django.db import transaction
from django.utils import translation

from tests.factories.starter import WORDS, load

LIBRARY = {
    "lists of resources",
    "standards",
    "parts of standards",
    "documents of practices",
    "good practices",
    "methodologies",
}


@pytest.fixture(scope="module")
def started(django_db_setup, django_db_blocker):
    """Loaded once for all tests of a module; each test's own changes are undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        with translation.override("en"):
            load(WORDS | {"glossary", "home and lists"})
            report = load(LIBRARY)
        yield report
        transaction.set_rollback(True)


@pytest.fixture
def load_library():
    """Loads it once more and returns the report."""
    return lambda: load(LIBRARY)
