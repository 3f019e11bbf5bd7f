"""`manage.py send_training_letters`: passes on offers that are over, reminds, asks for forms, sends what is left."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from trainings.evaluation.asking import ask_for_forms
from trainings.services.letters import send_due_letters
from trainings.services.offers import expire_offers
from trainings.services.reminding import remind


class Command(BaseCommand):
    help = (
        "Offers seats that were not taken in time to the next on the waiting list, reminds people of trainings that "
        "begin soon, asks participants to fill in forms, and sends letters about enrolments that could not be sent "
        "yet. To be run every few minutes."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        passed_on = expire_offers()
        remind()
        ask_for_forms()
        sent, failed = send_due_letters()
        self.stdout.write(f"Trainings: {passed_on} offers passed on, {sent} letters sent")
        if failed:
            raise CommandError(f"{failed} letters could not be sent; the log says why, the next run tries again.")
