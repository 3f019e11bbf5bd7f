"""Which columns of a page lists do without: six languages make a page wide, and every column read costs."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import models
from modeltranslation.fields import TranslationField
from wagtail.fields import StreamField

from portal.core.content_language.localized import translated_fields

#: What lists read of Wagtail's own columns: name, place and days of a page.
_OF_WAGTAIL = frozenset(
    {"id", "content_type", "path", "depth", "slug", "title", "live", "url_path", "translation_key"}
    | {"first_published_at", "last_published_at", "latest_revision_created_at"}
)
#: What they read in each language: what a card shows, and in which languages it may.
_IN_EACH_LANGUAGE = ("headline", "summary", "readiness")


@cache
def unlisted_columns(model: Any) -> tuple[str, ...]:
    """Columns of a page model that lists do not show.

    These are long texts, translated fields that the model does not name in `listed_texts`, and Wagtail's management
    of pages. Short fields that are the same in all languages stay.
    """
    translated = frozenset(translated_fields(model))
    shown = {*_IN_EACH_LANGUAGE, *model.listed_texts}

    def is_listed(field: Any) -> bool:
        if field.model._meta.app_label == "wagtailcore":
            return field.name in _OF_WAGTAIL
        if isinstance(field, TranslationField):
            return field.translated_field.name in shown
        # The column without a language is never read.
        return field.name not in translated and not isinstance(field, (models.TextField, StreamField))

    return tuple(field.name for field in model._meta.concrete_fields if not field.primary_key and not is_listed(field))
