"""What beneficiaries say of the parts of a standard."""

from __future__ import annotations

from practices.models import Implementation, Standard, StandardPart
from practices.models.implementation import EntryState


def approved_texts(standard: Standard) -> dict[int, dict[int, dict[str, str]]]:
    """By part and beneficiary (keys), the approved texts by language; one query."""
    found: dict[int, dict[int, dict[str, str]]] = {}
    rows = Implementation.objects.approved().filter(part__standard=standard).order_by()
    for part, beneficiary, language, text in rows.values_list("part", "beneficiary", "language", "text"):
        found.setdefault(part, {}).setdefault(beneficiary, {})[language] = text
    return found


def entries_on(part: StandardPart, beneficiary_pk: int) -> list[Implementation]:
    """All entries of one beneficiary on one part, those written last first (one query)."""
    return list(Implementation.objects.filter(part=part, beneficiary=beneficiary_pk))


def all_waiting() -> list[Implementation]:
    """Entries on all published standards that an editor should decide on, the oldest first (one query)."""
    waiting = Implementation.objects.filter(state=EntryState.WAITING, part__standard__live=True)
    return list(waiting.select_related("part__standard", "beneficiary").order_by("made_at", "pk"))


def waiting_for(standard: Standard) -> list[Implementation]:
    """Entries that an editor should decide on, the oldest first (one query)."""
    waiting = Implementation.objects.filter(part__standard=standard, state=EntryState.WAITING)
    return list(waiting.select_related("part").order_by("made_at", "pk"))
