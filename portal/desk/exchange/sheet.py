"""What leaves of a page: its texts, segment by segment, with what is translated already."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import strip_tags

from portal.core.models import ContentPage
from portal.desk.exchange.segments import (
    Segment,
    TakenApart,
    put_together,
    says_something,
    taken_apart,
    text_of,
    with_codes_of,
)
from portal.desk.units.page import units_of
from portal.desk.units.unit import Kind, Unit


@dataclass(frozen=True, slots=True)
class Entry:
    """A text of the page. `targets` is empty, or has a segment for each of the source.

    `standing` is a translation that is there and cannot be told segment by segment, as plain text.
    """

    key: str
    label: str
    sources: tuple[Segment, ...]
    targets: tuple[Segment, ...] = ()
    standing: str = ""
    max_length: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Codes are content languages."""

    page_id: int
    title: str
    source_code: str
    target_code: str
    entries: tuple[Entry, ...]


def sheet_of(page: ContentPage, code: str) -> Sheet:
    """The page as it is given, to be translated into `code`."""
    entries = tuple(_entry(unit) for unit in units_of(page, code) if unit.source)
    return Sheet(page.pk, page.title, page.source_language, code, entries)


def parts_of(unit: Unit) -> TakenApart:
    """The source of a text, as segments; a text without markup is one segment, whatever is in it."""
    return _taken_apart(unit, unit.source)


def text_from(unit: Unit, segments: tuple[Segment, ...]) -> str:
    """The translation of a text that these segments make. Raises WrongCodes."""
    if unit.kind is Kind.RICH:
        return put_together(parts_of(unit), segments)
    put_together(TakenApart((), ((),)), segments)
    return text_of(segments[0])


def targets_of(unit: Unit) -> tuple[Segment, ...]:
    """The translation that is there, segment by segment; empty when there is none or it is built otherwise."""
    sources, translated = parts_of(unit).segments, _taken_apart(unit, unit.target).segments
    if len(translated) != len(sources):
        return ()
    numbered = [with_codes_of(source, target) for source, target in zip(sources, translated, strict=True)]
    known = tuple(target for target in numbered if target is not None)
    return known if len(known) == len(numbered) else ()


def _entry(unit: Unit) -> Entry:
    targets = targets_of(unit)
    standing = "" if targets else " ".join(strip_tags(unit.target).split())
    return Entry(unit.key, unit.label, parts_of(unit).segments, targets, standing, unit.max_length)


def _taken_apart(unit: Unit, text: str) -> TakenApart:
    if unit.kind is Kind.RICH:
        return taken_apart(text)
    segment = (text,)
    return TakenApart((0,), (segment,)) if says_something(segment) else TakenApart((), ())
