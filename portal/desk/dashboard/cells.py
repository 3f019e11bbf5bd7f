"""The cells of the table: one language of one page each, with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from portal.core.content_language.readiness import State
from portal.core.editing.access import editable_codes, languages_of
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.desk.dashboard.addresses import changes_url, translate_url
from portal.desk.models import Assignment
from portal.desk.need.numbers import needs_of
from portal.desk.states.columns import TO_DO
from portal.desk.states.drafts import draft_states


@dataclass(frozen=True, slots=True)
class Cell:
    """A language of a page. Addresses are empty where this person can do nothing.

    `draft` is where the language will stand when the newest draft is published, None when that changes nothing.
    `may_take`: nobody has it, there is something to do, and it is one of this person's languages.
    """

    page: int
    code: str
    state: State
    draft: State | None
    is_source: bool
    needs_review: bool
    need: int
    assignment: Assignment | None
    url: str
    changes_url: str
    may_take: bool

    @property
    def language(self) -> str:
        return BY_CODE[self.code].native_name

    @property
    def is_to_do(self) -> bool:
        return self.state in TO_DO and not self.is_source

    @property
    def text(self) -> str:
        """All of it in words, for a cell of a spreadsheet."""
        parts = [str(self.state.label)]
        if self.assignment:
            parts.append(str(self.assignment.assignee))
            if self.assignment.due:
                parts.append(self.assignment.due.isoformat())
        return "; ".join(parts)


def cells_of(pages: Iterable[Any], user: Any) -> dict[int, dict[str, Cell]]:
    """For each of these pages (with states) the cell of each language. Four queries, however many there are."""
    rows = list(pages)
    keys = [page.pk for page in rows]
    drafts = draft_states(keys)
    needs = needs_of(keys)
    assigned = {
        (row.page_id, row.language): row
        for row in Assignment.objects.filter(page__in=keys).select_related("assignee", "assigned_by")
    }
    own = languages_of(user)
    return {page.pk: dict(_cells(page, user, own, drafts, needs, assigned)) for page in rows}


def _cells(
    page: Any, user: Any, own: Sequence[str], drafts: Any, needs: Any, assigned: Any
) -> Iterable[tuple[str, Cell]]:
    editable = editable_codes(user, page)
    for code in CONTENT_CODES:
        state = State(getattr(page, f"state_{code}"))
        draft = drafts.get(page.pk, {}).get(code)
        assignment = assigned.get((page.pk, code))
        is_source = code == page.source_language
        yield (
            code,
            Cell(
                page=page.pk,
                code=code,
                state=state,
                draft=draft if draft != state else None,
                is_source=is_source,
                needs_review=bool(getattr(page, f"review_{code}")),
                need=needs[(page.pk, code)],
                assignment=assignment,
                url=translate_url(page.pk, code) if code in editable else "",
                changes_url=changes_url(page.pk, code) if state == State.OUTDATED else "",
                may_take=not assignment and not is_source and state in TO_DO and code in own,
            ),
        )
