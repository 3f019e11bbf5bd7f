"""The texts of a record, one by one, with where a language stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from network.models import AgendaItem, Meeting, RecordTranslation
from portal.core.content_language.readiness import State


@dataclass(frozen=True, slots=True)
class Unit:
    """A text to translate. `name` is what it is called in forms and in what is kept of its source."""

    name: str
    label: str
    thing: Any
    field: str
    source: str
    target: str

    @property
    def is_line(self) -> bool:
        return self.field == "title"


def units_of(meeting: Meeting, items: Iterable[AgendaItem], code: str) -> list[Unit]:
    """Those that have a text in the language of the record; `items` in their order, with their outcomes."""
    units = []
    for name, label, thing, field in _texts(meeting, items):
        source = getattr(thing, f"{field}_{meeting.language}") or ""
        if source:
            units.append(Unit(name, label, thing, field, source, getattr(thing, f"{field}_{code}") or ""))
    return units


def without_source(meeting: Meeting, items: Iterable[AgendaItem], code: str) -> list[tuple[Any, str]]:
    """Texts of this language whose source was taken out: the thing, and the column."""
    return [
        (thing, f"{field}_{code}")
        for _name, _label, thing, field in _texts(meeting, items)
        if getattr(thing, f"{field}_{code}") and not getattr(thing, f"{field}_{meeting.language}")
    ]


def _texts(meeting: Meeting, items: Iterable[AgendaItem]) -> Iterator[tuple[str, str, Any, str]]:
    yield "meeting", _("Title"), meeting, "title"
    for number, item in enumerate(items, start=1):
        place = _("Item %(number)s") % {"number": number}
        yield f"title-{item.pk}", place, item, "title"
        yield f"text-{item.pk}", f"{place}: {_('What was said')}", item, "text"
        for outcome in item.outcomes.all():
            yield f"outcome-{outcome.pk}", f"{place}: {outcome.code or outcome.get_kind_display()}", outcome, "text"


def state_of_record(meeting: Meeting, units: Iterable[Unit], code: str, row: RecordTranslation | None) -> State:
    """As pages say it. A language without a row that readers have came with the record, and is ready."""
    if row is None:
        return State.READY if code in meeting.readable_in.split() else State.MISSING
    if not row.is_ready:
        return State.DRAFT
    is_current = all(unit.target and row.source.get(unit.name) == unit.source for unit in units)
    return State.READY if is_current else State.OUTDATED
