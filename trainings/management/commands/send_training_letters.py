"""`manage.py send_training_letters`: passes on offers that are over, and sends letters that are left."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from trainings.services.letters import send_due_letters
from trainings.services.offers import expire_offers


class Command(BaseCommand):
    help = (
        "Offers seats that were not taken in time to the next on the waiting list, and sends letters about enrolments "
        "that could not be sent yet. To be run every few minutes."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        passed_on = expire_offers()
        sent, failed = send_due_letters()
        self.stdout.write(f"Trainings: {passed_on} offers passed on, {sent} letters sent")
        if failed:
            raise CommandError(f"{failed} letters could not be sent; the log says why, the next run tries again.")
