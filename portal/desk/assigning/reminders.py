"""Reminding translators of dates: once before it, once after it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from portal.accounts.mail import compose, message_to
from portal.accounts.models import User
from portal.core.languages.catalogue import get_language
from portal.desk.assigning.letters import context_of
from portal.desk.assigning.people import works_on
from portal.desk.models import Assignment, AssignmentQuerySet
from portal.desk.models.assignment import SOON_DAYS, Reminder

logger = logging.getLogger(__name__)

_LETTER = "desk/email/reminder"


@dataclass
class Outcome:
    """Of a run: e-mails sent, and people to whom none could be sent."""

    sent: int = 0
    failed: int = 0


def send_reminders(today: date) -> Outcome:
    """Writes one e-mail to everybody who has translations that are due soon or overdue and was not yet told so.

    Each person is one transaction, in which their assignments are locked, marked and, last of all, told of. So two runs
    at once tell nobody twice; what fails with one person is taken back, and the next run tries again.
    """
    outcome = Outcome()
    for person in _due(today).order_by("assignee_id").values_list("assignee_id", flat=True).distinct():
        try:
            with transaction.atomic():
                outcome.sent += _remind(person, today)
        except Exception:
            # Whatever is wrong with one person's address keeps nobody else from being told.
            logger.exception("No reminder of translations for user %s", person)
            outcome.failed += 1
    return outcome


def _due(today: date) -> AssignmentQuerySet:
    overdue = Q(due__lt=today, reminded__lt=Reminder.OVERDUE)
    soon = Q(due__gte=today, due__lte=today + timedelta(days=SOON_DAYS), reminded__lt=Reminder.SOON)
    return Assignment.objects.filter(overdue | soon, assignee__is_active=True)


def _remind(person: int, today: date) -> bool:
    user = User.objects.get(pk=person)
    # Asked again and locked: another run may have been here. Who no longer works on a page learns nothing of it.
    due = _due(today).filter(assignee=user, page__in=works_on(user).values("pk"))
    rows = list(due.select_for_update(of=("self",)).order_by("due", "pk"))
    if not rows:
        return False
    for row in rows:
        row.reminded = Reminder.OVERDUE if row.due is not None and row.due < today else Reminder.SOON
    Assignment.objects.bulk_update(rows, ["reminded"])
    whole = Assignment.objects.select_related("page").filter(pk__in=[row.pk for row in rows]).first_due_first()
    language = get_language(user.language)
    subject, body = compose(_LETTER, {"user": user, **context_of(list(whole))}, language)
    # Last, so that nothing but the end of the transaction can still fail.
    message_to(user.email, subject, body, language.html_lang).send()
    return True
