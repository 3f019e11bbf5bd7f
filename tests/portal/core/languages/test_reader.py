"""The reader has the language that is active."""

from django.utils import translation

from portal.core.languages.catalogue import BY_CODE
from portal.core.languages.reader import current_reader


def test_the_readers_language_is_the_active_one():
    with translation.override("sr-latn"):
        assert current_reader().language is BY_CODE["sr-latn"]


def test_without_an_active_language_the_reader_reads_english():
    with translation.override(None):
        assert current_reader().language is BY_CODE["en"]
