"""Who may write which language."""

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.core.editing.access import editable_codes, may_edit_source, open_codes
from portal.core.languages.catalogue import CONTENT_CODES
from portal.website.models import PlainPage
from tests.factories.people import make_superuser

pytestmark = pytest.mark.django_db


def test_an_editor_writes_all_languages(editor):
    assert may_edit_source(editor)
    assert editable_codes(editor, PlainPage()) == CONTENT_CODES
    assert editable_codes(make_superuser(), PlainPage()) == CONTENT_CODES


def test_a_translator_writes_their_own_unless_it_is_the_source(albanian):
    assert not may_edit_source(albanian)
    assert editable_codes(albanian, PlainPage()) == ("sq",)
    assert editable_codes(albanian, PlainPage(source_language="sq")) == ()


def test_others_write_nothing():
    assert editable_codes(AnonymousUser(), PlainPage()) == ()
    assert open_codes(AnonymousUser(), PlainPage(), ["en", "sq"]) == ()


def test_at_most_one_language_is_open_beside_the_source(editor):
    assert open_codes(editor, PlainPage(), []) == ("en",)
    assert open_codes(editor, PlainPage(), ["sq", "mk"]) == ("en", "sq")
    assert open_codes(editor, PlainPage(), ["en"]) == ("en",)
