"""E-mails to translators, in the language of their account."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from portal.accounts.mail import send_to_user
from portal.accounts.models import User
from portal.accounts.notifications import wants
from portal.core.languages.catalogue import BY_CODE
from portal.core.pages.addresses import absolute
from portal.core.registries.notifications import Frequency
from portal.desk.dashboard.addresses import translate_url
from portal.desk.models import Assignment
from portal.desk.notification_kinds import ASSIGNED


@dataclass(frozen=True, slots=True)
class Task:
    """An assigned translation as it is written about."""

    title: str
    language: str
    due: date | None
    is_overdue: bool
    url: str


def tell_of_assignments(assignee: User, assignments: Sequence[Assignment]) -> None:
    """One e-mail about everything that was given to somebody at once, after the present transaction.

    None, if they want none; the translations are in their list all the same, and of dates they are reminded.
    """
    if wants(assignee, ASSIGNED) is Frequency.NEVER:
        return
    first = assignments[0]
    more = {"assigned_by": first.assigned_by, "note": first.note}
    send_to_user(assignee, "desk/email/assigned", {**context_of(assignments), **more})


def context_of(assignments: Sequence[Assignment]) -> dict[str, Any]:
    """What both letters show."""
    return {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "number": len(assignments),
        "tasks": list(_tasks(assignments)),
        "queue_url": absolute(reverse("desk_queue")),
    }


def _tasks(assignments: Iterable[Assignment]) -> Iterable[Task]:
    for row in assignments:
        yield Task(
            title=row.page.get_admin_display_title(),
            language=BY_CODE[row.language].native_name,
            due=row.due,
            is_overdue=row.is_overdue,
            url=absolute(translate_url(row.page_id, row.language)),
        )
