"""`manage.py send_event_letters`: writes to people about events and meetings."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from network.services.event_letters import send_event_letters


class Command(BaseCommand):
    help = (
        "Reminds people of events that they will come to and of meetings of their working groups, and tells them of "
        "changes and cancellations. To be run every few minutes; what could not be sent is tried again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        sent, failed = send_event_letters(timezone.localdate())
        self.stdout.write(f"Events: {sent} letters sent")
        if failed:
            raise CommandError(f"{failed} letters could not be sent; the log says why, the next run tries again.")
