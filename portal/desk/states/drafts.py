"""What the newest drafts will change once they are published."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page

from portal.core.content_language.readiness import State, state_of
from portal.core.languages.catalogue import CONTENT_CODES

_CONTENT = "latest_revision__content__"


def draft_states(pages: Iterable[int]) -> dict[int, dict[str, State]]:
    """For those of these pages whose newest draft is not published: where each language stands in the draft.

    One query, in which the database takes the few values out of the drafts.
    """
    names = ["source_language", "source_version"]
    for code in CONTENT_CODES:
        names += [f"readiness_{code}", f"headline_{code}", f"based_on_{code}"]
    drafts = Page.objects.filter(pk__in=pages, live=True, has_unpublished_changes=True)
    rows = drafts.exclude(latest_revision=None).values("pk", *(f"{_CONTENT}{name}" for name in names))
    return {row["pk"]: {code: _state(row, code) for code in CONTENT_CODES} for row in rows}


def _state(row: dict[str, Any], code: str) -> State:
    def value(name: str) -> Any:
        return row[f"{_CONTENT}{name}"]

    behind = (value(f"based_on_{code}") or 0) < (value("source_version") or 1)
    return state_of(
        value(f"readiness_{code}"),
        is_begun=bool(value(f"headline_{code}")),
        is_behind=code != value("source_language") and behind,
    )
