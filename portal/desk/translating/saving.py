"""Putting what a translator wrote into the newest revision of a page, text by text.

Nobody's text is lost. What somebody else wrote in the meantime is not overwritten; it is shown beside what was written
here, and whoever sees both decides.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.models import PageLogEntry, Revision

from portal.core.editing.checking import mark_as_checked
from portal.core.editing.turns import holding
from portal.core.models import ContentPage
from portal.desk.translating.place import Place, find_place
from portal.desk.units.page import units_of, write_units
from portal.desk.units.unit import Unit, fingerprint

#: What the history of a page calls work in this view.
LOG_ACTION: Final = "desk.translate"

#: As long as one person goes on here, and nobody else saves, it is one revision.
_ONE_REVISION: Final = timedelta(minutes=15)


def mark_of(unit: Unit) -> str:
    """Fingerprint of a translation as it would come back from its field if nobody touched it."""
    try:
        return fingerprint(unit.clean(unit.target))
    except ValidationError:
        return fingerprint(unit.target)


class Status(enum.Enum):
    """What became of a text."""

    SAVED = "saved"
    #: Somebody else saved another one meanwhile.
    CONFLICT = "conflict"
    #: Its block is no longer in the source.
    GONE = "gone"
    #: It cannot be stored as it is.
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Written:
    """A text as it was written, and fingerprints of what the form was opened with.

    A text that cannot be read at all is None.
    """

    text: str | None
    loaded: str
    source: str


@dataclass(frozen=True, slots=True)
class Result:
    """`unit` is the text as it is stored now; `error` says why one is INVALID."""

    status: Status
    unit: Unit | None = None
    error: str = ""
    source_changed: bool = False


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a translator says of a language besides its texts; None leaves it as it is.

    `is_checked`: it says the same as the source in the version `seen`, which the form was opened with.
    """

    readiness: str | None = None
    needs_review: bool | None = None
    is_checked: bool = False
    seen: int | None = None


@dataclass(slots=True)
class Outcome:
    """The page as it is after saving, and what became of each text."""

    place: Place
    results: dict[str, Result] = field(default_factory=dict)
    lock_message: str = ""

    @property
    def all_saved(self) -> bool:
        return not self.lock_message and all(result.status is Status.SAVED for result in self.results.values())


def save_texts(
    *,
    page_id: int,
    code: str,
    user: Any,
    written: Mapping[str, Written],
    decisions: Decisions | None = None,
    only_empty: bool = False,
) -> Outcome:
    """Stores these texts as the newest revision, and what was decided, if all of them could be taken.

    With `only_empty`, texts that are written already stay as they are, and what was decided holds if one is not:
    of many drafts one may be too long, and the others must be read all the same. Nothing is stored while the page is
    locked for this person, or when nothing is new. Raises Http404 when the page is not, or no longer, theirs to
    translate.
    """
    with holding(page_id):
        place = find_place(page_id, code, user)
        outcome = Outcome(place, lock_message=place.lock_message)
        if outcome.lock_message:
            return outcome
        page = place.page
        units = {unit.key: unit for unit in units_of(page, code)}
        taken: dict[str, str] = {}
        for key, one in written.items():
            unit = units.get(key)
            if only_empty and (unit is None or unit.target):
                continue
            outcome.results[key] = result = _judged(unit, one)
            if unit is not None and result.status is Status.SAVED and one.text is not None:
                text = unit.clean(one.text)
                if fingerprint(text) not in {one.loaded, mark_of(unit)}:
                    taken[key] = text
        write_units(page, code, taken)
        may_decide = bool(taken) if only_empty else outcome.all_saved
        decided = decisions is not None and may_decide and _decide(page, code, decisions)
        if taken or decided:
            _store(page, user)
        now = {unit.key: unit for unit in units_of(page, code)}
        for key, result in outcome.results.items():
            outcome.results[key] = Result(result.status, now.get(key), result.error, result.source_changed)
        return outcome


def _judged(unit: Unit | None, one: Written) -> Result:
    if unit is None:
        return Result(Status.GONE)
    source_changed = one.source != fingerprint(unit.source)
    if one.text is None:
        return Result(Status.INVALID, error=gettext("This text could not be read. Please write it again."))
    try:
        text = unit.clean(one.text)
    except ValidationError as error:
        return Result(Status.INVALID, error=" ".join(error.messages), source_changed=source_changed)
    is_mine = fingerprint(text) not in {one.loaded, mark_of(unit)}
    is_conflict = is_mine and mark_of(unit) != one.loaded
    return Result(Status.CONFLICT if is_conflict else Status.SAVED, source_changed=source_changed)


def _decide(page: ContentPage, code: str, decisions: Decisions) -> bool:
    """Whether anything is other than before. To be ready for the first time means to be checked (ContentPageForm)."""
    names = (f"readiness_{code}", f"needs_review_{code}", f"based_on_{code}")
    before = [getattr(page, name) for name in names]
    becomes_ready = bool(decisions.readiness) and not getattr(page, f"readiness_{code}")
    if becomes_ready or decisions.is_checked:
        mark_as_checked(page, code, decisions.seen)
    if decisions.readiness is not None:
        setattr(page, f"readiness_{code}", decisions.readiness)
    if decisions.needs_review is not None:
        setattr(page, f"needs_review_{code}", decisions.needs_review)
    return before != [getattr(page, name) for name in names]


def _store(page: ContentPage, user: Any) -> None:
    """As the edit form does it: a page that is not public changes itself, too, a public one only its draft."""
    page.minimal_clean()
    if not page.live:
        page.save(clean=False)
    going_on = _revision_going_on(page, user)
    page.save_revision(
        user=user, clean=False, overwrite_revision=going_on, log_action=False if going_on else LOG_ACTION
    )


def _revision_going_on(page: ContentPage, user: Any) -> Revision | None:
    """The newest revision, if this person made it here just now and nothing has been done with it since."""
    latest = page.get_latest_revision()
    if latest is None or latest.user_id != user.pk or latest.pk == page.live_revision_id:
        return None
    if latest.approved_go_live_at or latest.task_states.exists():
        return None
    began = timezone.now() - _ONE_REVISION
    made_here = PageLogEntry.objects.filter(page=page, revision=latest, action=LOG_ACTION, timestamp__gte=began)
    return latest if made_here.exists() else None
