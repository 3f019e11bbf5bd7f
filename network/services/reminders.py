"""Reminding people of their action points: a week before the due date, and the day after it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from network.models import ActionReminder, Outcome
from network.queries.actions import due_between
from network.queries.memberships import role_in
from portal.accounts.mail import send_to_user
from portal.core.languages.catalogue import get_language
from portal.core.pages.addresses import absolute

#: Days before the due date from which on somebody is reminded.
DAYS_BEFORE: Final = 7
#: Days after it up to which a run that comes late still reminds; longer ago nobody wants to hear of it by machine.
DAYS_LATE: Final = 30


def remind(today: date) -> int:
    """Writes to everybody whose action point is due within a week, or is overdue; each is told once of each.

    What was sent is written down in the transaction that sends it, under a constraint of the database: two runs at once
    or on one day send nothing twice, and a run that was left out is made up for by the next. Returns how many e-mails.
    """
    actions = due_between(today - timedelta(days=DAYS_LATE), today + timedelta(days=DAYS_BEFORE))
    return sum(_remind(action.pk, today) for action in actions)


def _remind(pk: int, today: date) -> bool:
    with transaction.atomic():
        action = (
            Outcome.objects.select_for_update(of=("self",))
            .select_related("responsible__user", "item__meeting__group")
            .get(pk=pk)
        )
        if action.responsible is None or action.due is None:
            return False
        user = action.responsible.user
        # Who has left the group hears no more of it.
        if role_in(user, action.item.meeting.group) is None:
            return False
        is_late = action.due < today
        _reminder, is_new = ActionReminder.objects.get_or_create(outcome=action, due=action.due, is_late=is_late)
        if not is_new:
            return False
        language = get_language(user.language)
        with translation.override(language.code):
            url = absolute(reverse("network:action_point", args=[action.pk]))
        text = getattr(action, f"text_{action.item.meeting.language}") or ""
        context = {"action": action, "text": text, "url": url, "is_late": is_late}
        send_to_user(user, "network/email/reminder", {**context, "site_name": settings.WAGTAIL_SITE_NAME})
        return True
