"""`manage.py delete_participant_lists`: uploaded lists of people are kept for a day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from trainings.importing.tidying import delete_expired


class Command(BaseCommand):
    help = "Deletes uploaded lists of people to enrol after a day, and who was expected in trainings that are over."

    def handle(self, *args: Any, **options: Any) -> None:
        lists, expected = delete_expired()
        self.stdout.write(f"Lists of people: {lists} deleted; expected in trainings that are over: {expected} deleted")
