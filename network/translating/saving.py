"""Saving a language of a record: nobody's text over another's, and nothing for readers that is not whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from network.models import Meeting, RecordTranslation
from network.queries.meetings import items_of
from network.rules.amendments import seen
from network.rules.names import Found
from network.services.approval import locked_meeting
from network.translating.names import names_added
from network.translating.units import Unit, state_of_record, units_of, without_source
from portal.core.content_language.readiness import State
from portal.members.models.spoken_languages import joined


@dataclass(frozen=True, slots=True)
class Saved:
    """Where the language stands now. `others` are texts that somebody else wrote meanwhile, by the names of the texts;
    they stay until the translator, who has seen them, sends the form again. `names` keep it from being ready.
    """

    state: State
    others: dict[str, str]
    names: list[Found]


def save_translation(
    *,
    meeting: Meeting,
    code: str,
    user: Any,
    values: Mapping[str, str],
    is_ready: bool,
    names_confirmed: bool = False,
) -> Saved:
    """Keeps every text that nobody else wrote meanwhile.

    Readers get the language when it was sent as ready, is whole, says what the record says now, and names nobody whom
    the record does not name, unless the translator has looked at these places.
    """
    with transaction.atomic():
        locked = locked_meeting(meeting)
        items = items_of(locked)
        row, _made = RecordTranslation.objects.get_or_create(meeting=locked, language=code)
        units = units_of(locked, items, code)
        source = {unit.name: row.source[unit.name] for unit in units if unit.name in row.source}
        others: dict[str, str] = {}
        for unit in units:
            written = _keep(unit, code, values, others)
            if (written or is_ready) and values.get(f"{unit.name}-saw") == seen(unit.source):
                source[unit.name] = unit.source
        for thing, column in without_source(locked, items, code):
            setattr(thing, column, "")
            thing.save(update_fields=[column])
        units = units_of(locked, items, code)
        row.source, row.changed_at, row.changed_by = source, timezone.now(), user
        names = names_added(locked, items, units) if is_ready and not names_confirmed else []
        row.is_ready = is_ready and not others and not names and all(unit.target for unit in units)
        row.save()
        state = state_of_record(locked, units, code, row)
        _open_to_readers(locked, code, state)
    return Saved(state, others, names)


def _keep(unit: Unit, code: str, values: Mapping[str, str], others: dict[str, str]) -> bool:
    """Whether the text was written. What the translator left as it was is left as it is now."""
    posted = values.get(unit.name)
    base = values.get(f"{unit.name}-base")
    if posted is None or posted == unit.target or seen(posted) == base:
        return False
    if seen(unit.target) != base:
        others[unit.name] = unit.target
        return False
    setattr(unit.thing, f"{unit.field}_{code}", posted)
    unit.thing.save(update_fields=[f"{unit.field}_{code}"])
    return True


def _open_to_readers(meeting: Meeting, code: str, state: State) -> None:
    codes = [one for one in meeting.readable_in.split() if one != code]
    readable = joined([*codes, code] if state == State.READY else codes)
    Meeting.objects.filter(pk=meeting.pk).update(readable_in=readable)
