"""A page as read in one language: every translated field comes from that one, never a mixture."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from modeltranslation.translator import translator

from portal.core.content_language.readiness import Readiness
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES, Language, html_lang_for_reader

if TYPE_CHECKING:
    from portal.core.models.page import ContentPage


def translated_fields(model: type[Model]) -> tuple[str, ...]:
    """Names (without language) of the translated fields of a model, in the order of their declaration."""
    names = translator.get_options_for_model(model).all_fields
    return tuple(field.name for field in model._meta.fields if field.name in names)


@cache
def _names_of(model: Any) -> frozenset[str]:
    return frozenset(translated_fields(model))


class Localized:
    """Reads all translated fields of a page from one content language: `localized.headline`.

    Other attributes (`localized.url`, `localized.stages`) come from the page itself. `html_lang` is the `lang` of the
    element that shows these texts.
    """

    def __init__(self, page: Any, code: str, reader: Language) -> None:
        self.page = page
        self.code = code
        self.reader = reader
        self.language = BY_CODE[code]
        self.html_lang = html_lang_for_reader(code, reader)
        model: Any = type(page)
        self._translated = _names_of(model)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name in self._translated:
            # Nothing written yet is NULL in the database; in a preview it is an empty text.
            value = getattr(self.page, f"{name}_{self.code}")
            return "" if value is None else value
        return getattr(self.page, name)

    @property
    def is_readers_language(self) -> bool:
        return self.code == self.reader.content_code


def ready_codes(page: ContentPage) -> tuple[str, ...]:
    """Content languages in which the page can be read, in the order of the catalogue."""
    return tuple(code for code in CONTENT_CODES if getattr(page, f"readiness_{code}") == Readiness.READY)


def shown_codes(page: ContentPage) -> tuple[str, ...]:
    """Content languages in which at least title and summary may be shown."""
    return tuple(
        code for code in CONTENT_CODES if getattr(page, f"readiness_{code}") in (Readiness.READY, Readiness.OVERVIEW)
    )


def nearest(codes: tuple[str, ...], reader: Language) -> str | None:
    """Of these content languages the one nearest to the reader; None when there is none at all."""
    for code in (reader.content_code, *reader.fallbacks):
        if code in codes:
            return code
    return None


def localized_for_reading(page: ContentPage, reader: Language) -> Localized | None:
    """The page in the language this reader gets, or None when no language is ready."""
    code = nearest(ready_codes(page), reader)
    return Localized(page, code, reader) if code else None


def localized_for_card(page: ContentPage, reader: Language) -> Localized | None:
    """Title and summary for lists: the nearest language in which at least these are ready."""
    code = nearest(shown_codes(page), reader)
    return Localized(page, code, reader) if code else None
