"""What tests of all apps share. Makers of pages, people and words are plain functions in tests/factories."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.utils import translation

from portal.core.catalogues.files import compile_all
from portal.website.models import HomePage
from tests.factories.site import make_site_root


def pytest_configure(config: pytest.Config) -> None:
    """Compiles the catalogues once, before any process of the run reads them.

    Django knows a language, and uses its date formats, only when there is a compiled catalogue of it.
    """
    if not hasattr(config, "workerinput"):
        compile_all()


@pytest.fixture(autouse=True)
def nothing_left_over() -> Iterator[None]:
    """Each test begins in English and with an empty cache: both outlive the database of a test."""
    cache.clear()
    with translation.override("en"):
        yield
    cache.clear()


@pytest.fixture
def site_root(db: None) -> HomePage:
    """The home page, root of the default site and ready in all six languages."""
    return make_site_root()


@pytest.fixture
def search_folder(settings: LazySettings, tmp_path: Path) -> Path:
    """An empty folder for the search index, for this test alone; without it there is no index at all."""
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    return tmp_path / "search"
