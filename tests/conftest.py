"""What tests of all apps share. Makers of pages, people and words are plain functions in tests/factories."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings, settings
from django.core.cache import cache
from django.utils import translation

from portal.core.catalogues.files import compile_all
from portal.website.models import HomePage
from search.engines.current import current_engine
from tests.factories.site import make_site_root


def pytest_configure(config: pytest.Config) -> None:
    """Compiles the catalogues once, before any process of the run reads them.

    Django knows a language, and uses its date formats, only when there is a compiled catalogue of it.
    """
    if not hasattr(config, "workerinput"):
        compile_all()


def pytest_sessionfinish() -> None:
    """Removes what tests with an index for all of a module left in a cluster."""
    if settings.ELASTICSEARCH_URL:
        current_engine().remove()


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
def search_folder(settings: LazySettings, tmp_path: Path) -> Iterator[Path]:
    """A place for the search index, for this test alone; without it there is no index at all.

    That is an empty folder, and in a cluster a prefix of the indexes' names.
    """
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    if not settings.ELASTICSEARCH_URL:
        yield tmp_path / "search"
        return
    settings.ELASTICSEARCH_INDEX_PREFIX = f"{settings.ELASTICSEARCH_INDEX_PREFIX}-{secrets.token_hex(4)}"
    # The one of now: the test may change where the cluster is.
    engine = current_engine()
    yield tmp_path / "search"
    engine.remove()
