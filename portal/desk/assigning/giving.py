"""Giving translations to people. Each write holds the pages first: of two at the same moment one comes second."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from portal.accounts.models import User
from portal.core.content_language.readiness import State
from portal.core.editing.access import may_translate
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.desk.assigning.letters import tell_of_assignments
from portal.desk.assigning.people import works_on
from portal.desk.models import Assignment
from portal.desk.states.columns import with_states


@dataclass
class Outcome:
    """What was assigned, and why the other pages were not: reasons by page, in the language of who asked."""

    assigned: list[Assignment] = field(default_factory=list)
    refused: dict[int, str] = field(default_factory=dict)


class Refused(Exception):
    """It cannot be done; the message says why, in the reader's language."""


@transaction.atomic
def assign(
    *,
    seen: Mapping[int, int | None],
    language: str,
    assignee: User | None,
    by: User,
    due: date | None = None,
    note: str = "",
) -> Outcome:
    """Gives these pages to a translator, or with None to nobody any more.

    `seen` are the pages, each with the key of the assignment that `by` had before their eyes, None where there was
    none. What somebody else has assigned meanwhile is refused, not overwritten; so is what the translator cannot
    write. The translator is told by e-mail, unless they did it themselves.
    """
    outcome = Outcome()
    pages = _held(works_on(by).filter(pk__in=seen))
    there = {row.page_id: row for row in _of(pages, language).select_related("assignee")}
    if assignee is not None:
        can_write = set(works_on(assignee).filter(pk__in=seen).values_list("pk", flat=True))
    for page in pages:
        row = there.get(page.pk)
        if (row.pk if row else None) != seen[page.pk]:
            outcome.refused[page.pk] = _what_happened_meanwhile(row)
        elif assignee is None:
            if row is not None:
                _end(row, "desk.unassign", by)
        elif reason := _why_not(page, language, assignee, can_write):
            outcome.refused[page.pk] = reason
        else:
            if row is not None:
                row.delete()
            made = Assignment(page=page, language=language, assignee=assignee, assigned_by=by, due=due, note=note)
            made.save()
            _write_down("desk.assign", made, by)
            outcome.assigned.append(made)
    if assignee is not None and assignee != by and outcome.assigned:
        tell_of_assignments(assignee, outcome.assigned)
    return outcome


@transaction.atomic
def take(*, page: int, language: str, user: User) -> Assignment:
    """Somebody takes a translation for themselves that nobody has. Raises Refused."""
    for held in _held(works_on(user).filter(pk=page)):
        row = _of([held], language).select_related("assignee").first()
        if row is not None:
            raise Refused(_what_happened_meanwhile(row))
        if reason := _why_not(held, language, user, {held.pk}):
            raise Refused(reason)
        made = Assignment(page=held, language=language, assignee=user, assigned_by=user)
        made.save()
        _write_down("desk.take", made, user)
        return made
    raise Refused(_("This page is not there any more."))


@transaction.atomic
def give_back(*, page: int, language: str, user: User) -> None:
    """Somebody gives back what they have; it is nobody's then. Raises Refused when they have not got it any more."""
    for held in _held(Page.objects.filter(pk=page)):
        row = _of([held], language).filter(assignee=user).first()
        if row is not None:
            _end(row, "desk.give_back", user)
            return
    raise Refused(_("This translation is not yours any more."))


@transaction.atomic
def finish_current(pages: Iterable[int] | None = None) -> int:
    """Ends assignments whose language readers have, ready and current; returns how many. Without pages: of all."""
    rows = Assignment.objects.select_related("page")
    rows = rows if pages is None else rows.filter(page__in=pages)
    assigned = {row.page_id for row in rows}
    if not assigned:
        return 0
    columns = [f"state_{code}" for code in CONTENT_CODES]
    states = {row["pk"]: row for row in with_states(Page.objects.filter(pk__in=assigned)).values("pk", *columns)}
    number = 0
    for row in rows.select_for_update(of=("self",)):
        if states.get(row.page_id, {}).get(f"state_{row.language}") == State.READY:
            _end(row, "desk.finish", None)
            number += 1
    return number


def _held(pages: Any) -> Sequence[Page]:
    """The pages, locked in one order for all who come."""
    keys = list(pages.order_by().values_list("pk", flat=True))
    return list(with_states(Page.objects.filter(pk__in=keys)).order_by("pk").select_for_update(of=("self",)))


def _of(pages: Iterable[Page], language: str) -> Any:
    return Assignment.objects.filter(page__in=[page.pk for page in pages], language=language)


def _why_not(page: Any, language: str, assignee: User, can_write: set[int]) -> str:
    """Why this person cannot translate this page into this language; "" if they can."""
    if page.source_language == language:
        return _("The page is written in this language.")
    if not assignee.is_active or not may_translate(assignee, language) or page.pk not in can_write:
        return _("%(person)s may not write this language of the page.") % {"person": assignee}
    if getattr(page, f"state_{language}") == State.READY:
        return _("The translation is ready and current.")
    return ""


def _what_happened_meanwhile(row: Assignment | None) -> str:
    if row is None:
        return _("Meanwhile it is nobody's: it was given back or finished.")
    return _("Meanwhile %(person)s has it.") % {"person": row.assignee}


def _end(row: Assignment, action: str, user: User | None) -> None:
    _write_down(action, row, user)
    row.delete()


def _write_down(action: str, row: Assignment, user: User | None) -> None:
    """In the history of the page, which keeps people by their key as Wagtail does."""
    data: dict[str, Any] = {"language": BY_CODE[row.language].native_name, "assignee": row.assignee_id}
    if row.due:
        data["due"] = row.due.isoformat()
    log(row.page, action, user=user, data=data)
