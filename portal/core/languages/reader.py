"""The reader: in which rendering the site is being read right now."""

from dataclasses import dataclass

from django.utils import translation

from portal.core.languages.catalogue import Language, get_language


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: at present only in which rendering."""

    language: Language


def current_reader() -> Reader:
    """The reader whose language Django has activated for this request (or mail, or feed)."""
    return Reader(get_language(translation.get_language()))
