"""Every test of the search has a site, and an index folder of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings

from portal.website.models import HomePage
from scripts.local_services.ports import free_ports
from search.engines.current import current_engine
from search.upkeep.build import rebuild


@pytest.fixture
def build_index(search_folder: object, site_root: HomePage) -> Callable[[], int]:
    """Builds the index of everything there is when it is called; returns the number of documents."""
    return lambda: rebuild(current_engine(), lambda number: None)


@pytest.fixture
def lose_index(search_folder: Path, settings: LazySettings) -> Callable[[], None]:
    """Takes the index of this test away, as if it had never been built; one that the module shares stays."""

    def lose() -> None:
        if settings.ELASTICSEARCH_URL:
            current_engine().remove()
        elif search_folder.exists():
            search_folder.rename(search_folder.with_name("lost"))

    return lose


@pytest.fixture
def break_engine(search_folder: Path, build_index: Callable[[], int], settings: LazySettings) -> Callable[[], None]:
    """Lets the engine fail from now on: its index is broken, or nothing answers where the cluster is."""

    def fail() -> None:
        if settings.ELASTICSEARCH_URL:
            settings.ELASTICSEARCH_URL = [f"http://127.0.0.1:{free_ports(1)[0]}"]
            return
        if not search_folder.exists():
            # One that the module shares stays whole.
            build_index()
        for file in search_folder.rglob("*"):
            if file.is_file() and file.name != "current":
                file.write_bytes(b"\x00")
        # Another process finds it so when it starts; this one still has the files open.
        current_engine()._opened = None

    return fail
