"""First drafts of what is not translated yet: from a near language, or by a machine."""

from __future__ import annotations

from portal.desk.machine import drafted
from portal.desk.near.draft import NEAR_CODES, draft
from portal.desk.translating.place import Place
from portal.desk.translating.saving import Decisions, Outcome, Written, save_texts
from portal.desk.units.page import units_of
from portal.desk.units.unit import Unit, fingerprint


def near_codes(place: Place) -> list[str]:
    """Near languages that have something which is still missing in this one."""
    if place.code not in NEAR_CODES:
        return []
    return [code for code in NEAR_CODES if code != place.code and _near_texts(place, code)]


def begin_from(place: Place, near_code: str) -> Outcome:
    """Fills what is empty with a draft made of that language, and marks the language as unreviewed."""
    texts = {
        key: draft(text, unit.kind, near_code, place.code)
        for key, (unit, text) in _near_texts(place, near_code).items()
    }
    return _save(place, texts)


def begin_by_machine(place: Place, key: str = "") -> Outcome:
    """Fills what is empty, or only the text of this key, by machine, and marks the language as unreviewed.

    Raises MachineError; nothing has changed then.
    """
    empty = [unit for unit in units_of(place.page, place.code) if not unit.target and key in ("", unit.key)]
    return _save(place, drafted(empty, place.page.source_language, place.code) if empty else {})


def _near_texts(place: Place, near_code: str) -> dict[str, tuple[Unit, str]]:
    page = place.page
    if near_code == page.source_language:
        there = {unit.key: unit.source for unit in units_of(page, place.code)}
    else:
        there = {unit.key: unit.target for unit in units_of(page, near_code)}
    return {
        unit.key: (unit, text)
        for unit in units_of(page, place.code)
        if not unit.target and (text := there.get(unit.key))
    }


def _save(place: Place, texts: dict[str, str]) -> Outcome:
    written = {key: Written(text, loaded=fingerprint(""), source="") for key, text in texts.items()}
    return save_texts(
        page_id=place.page.pk,
        code=place.code,
        user=place.user,
        written=written,
        decisions=Decisions(needs_review=True) if texts else None,
        only_empty=True,
    )
