"""`manage.py trim_read_counts`: what the portal does by itself once a day while pages are read."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from portal.desk.need.retention import trim


class Command(BaseCommand):
    help = "Deletes counts of reads older than READ_COUNT_DAYS."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Counts of reads: {trim()} rows deleted")
