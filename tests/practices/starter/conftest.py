"""The library's starter content, with the words and the home page that it needs."""

import pytest

from tests.factories.site import remove_site_root
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
def started(shared_rows):
    """Loaded once for all tests of a module."""
    remove_site_root()
    load(WORDS | {"glossary", "home and lists"})
    return load(LIBRARY)


@pytest.fixture
def load_library():
    """Loads it once more and returns the report."""
    return lambda: load(LIBRARY)
