"""The texts of a page, for reading and for writing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models
from django.utils.text import capfirst
from wagtail.fields import RichTextField, StreamField

from portal.core.content_language.localized import translated_fields
from portal.core.content_language.options import ContentPageTranslation
from portal.core.models import ContentPage
from portal.desk.units.blocks import Path
from portal.desk.units.streams import pairs, stored, stream_texts, translated_stream
from portal.desk.units.unit import Kind, Unit

#: Translated columns that are about a language, not in it.
_NO_TEXTS = frozenset(ContentPageTranslation.fields) - {"headline", "summary"}


class UnknownText(LookupError):
    """A page has no text of this key: its block may have been deleted meanwhile. The argument is the key."""


def text_fields(model: type[ContentPage]) -> tuple[str, ...]:
    """Names (without language) of the fields of a page type that hold text, in the order of the edit form."""
    return tuple(name for name in translated_fields(model) if name not in _NO_TEXTS)


def units_of(page: ContentPage, code: str) -> list[Unit]:
    """All texts that the page has in its source language, with their translations into `code`.

    Texts that are empty in the source are left out, except where the translation has one.
    """
    return [unit for name in text_fields(type(page)) for unit in _field_units(page, name, code)]


def write_units(page: ContentPage, code: str, texts: Mapping[str, str]) -> None:
    """Puts these translations, by key, into the page; what is not named stays. Nothing is stored.

    Raises UnknownText for a key that the page does not have, and ValidationError for a text that does not fit, before
    anything is changed.
    """
    units = {unit.key: unit for unit in units_of(page, code)}
    for key in texts:
        if key not in units:
            raise UnknownText(key)
    clean = {key: units[key].clean(text) for key, text in texts.items()}
    for name in text_fields(type(page)):
        if isinstance(page._meta.get_field(name), StreamField):
            inside = {_place(key): text for key, text in clean.items() if key.startswith(f"{name}/")}
            if inside:
                source, target = _values(page, name, code)
                setattr(page, f"{name}_{code}", translated_stream(_stream_block(page, name), source, target, inside))
        elif name in clean:
            setattr(page, f"{name}_{code}", clean[name])


def leftovers(page: ContentPage, code: str) -> dict[str, int]:
    """For each field that has any: how many blocks of the translation translate none of the source."""
    counts = {}
    for name in text_fields(type(page)):
        if isinstance(page._meta.get_field(name), StreamField):
            source, target = _values(page, name, code)
            counts[name] = len(pairs(stored(source), stored(target))[1])
    return {name: count for name, count in counts.items() if count}


def _field_units(page: ContentPage, name: str, code: str) -> Iterator[Unit]:
    field = page._meta.get_field(name)
    label = capfirst(str(field.verbose_name))
    source, target = _values(page, name, code)
    if isinstance(field, StreamField):
        yield from _stream_units(field.stream_block, name, label, source, target)
        return
    unit = Unit(
        name,
        label,
        _kind(field),
        source or "",
        target or "",
        getattr(field, "max_length", None),
        tuple(getattr(field, "features", None) or ()),
    )
    if unit.source or unit.target:
        yield unit


def _stream_units(block: Any, name: str, label: str, source: Any, target: Any) -> Iterator[Unit]:
    for number, pair in enumerate(pairs(stored(source), stored(target))[0], start=1):
        for path, text, translated in stream_texts(block, pair):
            if text.text or translated:
                yield Unit(
                    "/".join((name, pair.id, *path)),
                    f"{label} {number}: {text.label}",
                    text.kind,
                    text.text,
                    translated,
                    text.max_length,
                    text.features,
                )


def _place(key: str) -> tuple[str, Path]:
    _field, block_id, *path = key.split("/")
    return block_id, tuple(path)


def _values(page: ContentPage, name: str, code: str) -> tuple[Any, Any]:
    return getattr(page, f"{name}_{page.source_language}"), getattr(page, f"{name}_{code}")


def _stream_block(page: ContentPage, name: str) -> Any:
    return page._meta.get_field(name).stream_block


def _kind(field: Any) -> Kind:
    if isinstance(field, RichTextField):
        return Kind.RICH
    return Kind.LINES if isinstance(field, models.TextField) else Kind.LINE
