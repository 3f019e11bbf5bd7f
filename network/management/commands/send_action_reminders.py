"""`manage.py send_action_reminders`: reminds people of action points that are due."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from network.services.reminders import remind


class Command(BaseCommand):
    help = (
        "Writes to members whose action points are due within a week, or were due and are not done. To be run once a "
        "day; run again, it sends nothing twice."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Action points: {remind(timezone.localdate())} e-mails sent")
