"""Names of people in a translation of a record that others than the group read."""

from __future__ import annotations

from collections.abc import Iterable

from network.models import AgendaItem, Audience, Meeting
from network.queries.meetings import names_of_people
from network.rules.names import Found, Text, names_in
from network.translating.units import Unit


def names_added(meeting: Meeting, items: list[AgendaItem], units: Iterable[Unit]) -> list[Found]:
    """Names that a translation has and its source has not: of those in the source, the chair has decided.

    None for a record that only the group reads.
    """
    if meeting.audience == Audience.GROUP:
        return []
    names = names_of_people(meeting, items)
    found = []
    for unit in units:
        known = {one.name for one in names_in([Text(unit.label, unit.name, unit.source)], names)}
        here = Text(unit.label, unit.name, unit.target)
        found += names_in([here], [name for name in names if name not in known])
    return found
