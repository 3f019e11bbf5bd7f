"""Storing what a trainer announces or changes: published at once by those who may, else handed to the editors."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.models import Revision

from trainings.models import CoursePage, TrainingPage


def announce_training(*, course: CoursePage, page: TrainingPage, by: Any, trainer: Any, publishes: bool) -> None:
    """Puts a new page below its course, with `trainer` (a member, or None) as the first of its trainers."""
    with transaction.atomic():
        page.live = False
        # Made anew, when its neighbours are known.
        page.slug = ""
        page.owner = by
        if trainer is not None:
            page.trainers = [trainer]
        course.add_child(instance=page)
        revision = page.save_revision(user=by)
        if publishes:
            revision.publish(user=by)
        else:
            _hand_in(page, by)


def change_training(*, page: TrainingPage, by: Any, publishes: bool) -> bool:
    """Stores a change as the newest revision; whether readers have it now.

    What is published and has no draft of somebody else is published by whoever runs the training. Where an editor has
    begun something, or the training was never published, it goes to the editors, who publish all of it together.
    """
    with transaction.atomic():
        goes_out = publishes or (page.live and not page.has_unpublished_changes)
        revision = page.save_revision(user=by)
        if goes_out:
            _publish(revision, by)
        else:
            _hand_in(page, by)
    return goes_out


def cancel_training(*, page: TrainingPage, by: Any, reason: str) -> None:
    """Cancels what is published, whatever is in hand besides, and tells everybody who is enrolled, with the reason."""
    with transaction.atomic():
        has_draft = page.has_unpublished_changes
        draft = page.get_latest_revision_as_object() if has_draft else None
        page.is_cancelled, page.cancelled_because = True, reason
        _publish(page.save_revision(user=by), by)
        if draft is not None:
            draft.is_cancelled, draft.cancelled_because = True, reason
            draft.save_revision(user=by)


def _publish(revision: Revision, by: Any) -> None:
    # A trainer has no right on pages; that they run this training, the caller has asked.
    revision.publish(user=by, skip_permission_checks=True)


def _hand_in(page: TrainingPage, by: Any) -> None:
    """To those who approve, with the newest revision: what they look at is not to be older than what was typed."""
    if (state := page.current_workflow_state) is not None:
        state.cancel(user=by)
    if (workflow := page.get_workflow()) is not None:
        workflow.start(page, by)
