"""`manage.py language_tables`: the dictionaries as compact tables, for every process to map."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from search.analysis.tables.tables import ensure_tables, tables_exist


class Command(BaseCommand):
    help = "Makes the tables of lemmas of this version, unless they are there."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        if not tables_exist():
            self.stdout.write("Making the language tables ...")
            ensure_tables()
