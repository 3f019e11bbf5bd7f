"""The source as it was, and the texts that are others now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.models import Revision

from portal.core.difference import Part, differences
from portal.core.models import ContentPage
from portal.desk.changes.plain import plain_lines
from portal.desk.units.page import units_of
from portal.desk.units.unit import Unit, without_block_keys


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A text of the source that is another now. Without `parts` its words are the same and its form is not.

    `translation` is what the translation says at present, as plain text.
    """

    label: str
    parts: list[Part]
    translation: str


@dataclass(frozen=True, slots=True)
class Changes:
    """`seen_at` is when the source was last as it was translated; None when it was not kept."""

    seen_at: datetime | None
    texts: list[ChangedText]


def changes_since(page: ContentPage, newest: ContentPage, code: str) -> Changes:
    """What the newest draft says otherwise than the source that this language of the page was checked against.

    That is the last draft with its number.
    """
    version = getattr(page, f"based_on_{code}") or 0
    drafts = Revision.objects.for_instance(page).filter(content__source_version=version)
    then = drafts.order_by("-created_at", "-pk").first()
    if then is None:
        return Changes(None, [])
    before: Any = then.as_object()
    before.source_language = newest.source_language
    return Changes(then.created_at, list(_changed(units_of(before, code), units_of(newest, code))))


def _changed(before: list[Unit], now: list[Unit]) -> Iterator[ChangedText]:
    """In the order of the page as it is now; what is gone stands at the end."""
    old = {unit.key: unit for unit in before}
    for unit in now:
        was = old.pop(unit.key, None)
        if was is None or without_block_keys(was.source) != without_block_keys(unit.source):
            yield _text(unit.label, was, unit, unit.target)
    for unit in old.values():
        if unit.source:
            yield _text(unit.label, unit, None, unit.target)


def _text(label: str, was: Unit | None, now: Unit | None, translation: str) -> ChangedText:
    before, after = (plain_lines(unit) if unit else "" for unit in (was, now))
    kind = now or was
    shown = plain_lines(kind, translation) if kind else translation
    return ChangedText(label, differences(before, after) if before != after else [], shown)
