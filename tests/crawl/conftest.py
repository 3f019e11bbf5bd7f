"""The whole starter content, loaded once for all tests that walk through it."""

from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import override_settings

from tests.factories.site import remove_site_root


@pytest.fixture(scope="module")
def starter_content(shared_index: Callable[[], int], tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """With a search index and a media folder of its own."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        remove_site_root()
        call_command("load_starter", stdout=StringIO())
        shared_index()
        yield
