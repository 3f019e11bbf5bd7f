"""Records that translators are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from network.models import Meeting, MeetingState, Outcome
from network.reading.meetings import readable
from network.translating.units import state_of_record, units_of
from portal.core.content_language.localized import nearest
from portal.core.content_language.readiness import State
from portal.core.languages.catalogue import html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import lang_beside
from portal.core.registries.translations import ToTranslate


def translatable(user: Any) -> QuerySet[Meeting]:
    """Approved records whose translation was asked for and that the user may read: there are no others for them."""
    found: QuerySet[Meeting] = Meeting.objects.visible_to(user)
    return found.filter(state=MeetingState.APPROVED, is_translation_wanted=True).select_related("group")


def records_to_translate(user: Any, codes: Sequence[str]) -> list[ToTranslate]:
    """What is missing, in work or outdated in these languages, the oldest first (a fixed number of queries)."""
    if not codes:
        return []
    outcomes = Prefetch("items__outcomes", Outcome.objects.order_by("position", "pk"))
    meetings = translatable(user).prefetch_related("items", outcomes, "translations").order_by("approved_at", "pk")
    return [one for meeting in meetings for one in _of(meeting, codes)]


def _of(meeting: Meeting, codes: Sequence[str]) -> list[ToTranslate]:
    reader = current_reader().language
    shown = nearest(readable(meeting), reader) or meeting.language
    rows = {row.language: row for row in meeting.translations.all()}
    found = []
    for code in codes:
        if code == meeting.language:
            continue
        state = state_of_record(meeting, units_of(meeting, meeting.items.all(), code), code, rows.get(code))
        if state != State.READY:
            found.append(
                ToTranslate(
                    title=f"{meeting.citation}: {getattr(meeting, f'title_{shown}') or ''}",
                    title_lang=lang_beside(html_lang_for_reader(shown, reader)),
                    url=reverse("network:translate_meeting", args=[meeting.pk, code]),
                    language=code,
                    state=state,
                )
            )
    return found
