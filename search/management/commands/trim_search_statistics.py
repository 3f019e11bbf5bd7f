"""`manage.py trim_search_statistics`: what the portal does by itself once a day while it is searched."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from search.statistics.retention import trim


class Command(BaseCommand):
    help = "Deletes search statistics older than SEARCH_STATISTICS_DAYS, and the words of searches that stayed rare."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Search statistics: {trim()} rows deleted")
