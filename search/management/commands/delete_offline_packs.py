"""`manage.py delete_offline_packs`: what the portal does by itself whenever a pack is asked for."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from search.offline_pack.tidying import tidy


class Command(BaseCommand):
    help = "Deletes offline packs whose time is over."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Offline packs: {tidy()} deleted")
