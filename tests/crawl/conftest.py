"""The whole starter content, loaded once for all tests that walk through it."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import override_settings

from tests.factories.site import remove_site_root


@pytest.fixture(scope="module")
def starter_content(shared_rows: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """With a search index and a media folder of its own."""
    folder = tmp_path_factory.mktemp("starter")
    with override_settings(SEARCH_INDEX_DIR=folder / "search", MEDIA_ROOT=folder / "media"):
        remove_site_root()
        call_command("load_starter", stdout=StringIO())
        call_command("search_index", "rebuild", stdout=StringIO())
        yield
