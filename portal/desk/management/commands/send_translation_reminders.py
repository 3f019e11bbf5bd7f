"""`manage.py send_translation_reminders`: tells translators of dates that are near or past."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.desk.assigning.giving import finish_current
from portal.desk.assigning.reminders import send_reminders


class Command(BaseCommand):
    help = (
        "Writes to translators whose assigned translations are due within three days or overdue, about each once "
        "before and once after its date. To be run once a day."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        # What a program changed without saving pages is not noticed when it happens.
        finish_current()
        outcome = send_reminders(timezone.localdate())
        self.stdout.write(f"Reminders of translations: {outcome.sent} e-mails sent")
        if outcome.failed:
            raise CommandError(
                f"{outcome.failed} e-mails could not be sent; the log says why, the next run tries again."
            )
