"""Handing a translation on: to those who approve it, or to the readers."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from wagtail.models import WorkflowState

from portal.core.editing.turns import holding
from portal.desk.translating.place import Place, find_place


def may_submit(place: Place) -> bool:
    return bool(place.page.permissions_for_user(place.user).can_submit_for_moderation())


def may_publish(place: Place) -> bool:
    return bool(place.page.permissions_for_user(place.user).can_publish())


def submit(place: Place) -> None:
    """Starts the workflow of the page with its newest revision, or takes it up again where changes were asked for."""
    with holding(place.page.pk):
        page = find_place(place.page.pk, place.code, place.user).page
        if page.latest_revision_id is None:
            page.save_revision(user=place.user, clean=False)
        state = page.current_workflow_state
        if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            state.resume(place.user)
        else:
            page.get_workflow().start(page, place.user)


def publish(place: Place) -> list[str]:
    """Publishes the newest revision. Returns what is missing instead, if something is; then nothing has changed."""
    with holding(place.page.pk):
        page = find_place(place.page.pk, place.code, place.user).page
        missing = [part.message for part in page.missing_for_publishing()]
        if not missing:
            try:
                page.full_clean()
            except ValidationError as error:
                missing = error.messages
        if missing:
            return missing
        revision = page.get_latest_revision() or page.save_revision(user=place.user)
        revision.publish(user=place.user)
        return []
