"""`manage.py delete_relayed_messages`: messages are kept no longer than they can be answered or reported."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from network.models import RelayedMessage


class Command(BaseCommand):
    help = "Deletes messages between members whose time is over. Reports keep their copy."

    def handle(self, *args: Any, **options: Any) -> None:
        number, _by_model = RelayedMessage.objects.passed().delete()
        self.stdout.write(f"Messages: {number} deleted")
