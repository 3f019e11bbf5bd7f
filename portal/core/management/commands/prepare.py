"""`manage.py prepare`: everything between a fresh clone and a running portal, in one process.

Run again it looks, finds nothing to do and takes seconds: starting Django once is most of it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class Command(BaseCommand):
    help = (
        "Compiles catalogues, migrates, collects static files, makes the language tables, loads the starter content "
        "and the search index."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
        call_command("translations", "compile", stdout=self.stdout)
        if _migrations_wait():
            self.stdout.write("Preparing the database ...")
            call_command("migrate", interactive=False, verbosity=0)
        self._collect_static_files()
        # Before anything is indexed: starter content is, as soon as it is loaded.
        call_command("language_tables", stdout=self.stdout)
        call_command("import_lexicon", "--compile", stdout=self.stdout)
        call_command("load_starter", stdout=self.stdout)
        call_command("read_documents", stdout=self.stdout)
        call_command("search_index", "ensure", stdout=self.stdout)
        if settings.ALLOW_DEMO_ADMINISTRATOR:
            call_command("demo_administrator", stdout=self.stdout)

    def _collect_static_files(self) -> None:
        stamp = Path(settings.STATIC_ROOT) / ".collected"
        state = _static_state()
        if stamp.exists() and stamp.read_text() == state:
            return
        self.stdout.write("Collecting static files ...")
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(state)


def _migrations_wait() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _static_state() -> str:
    """A checksum over names, sizes and times of all static files: changes when any of them does."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            status = Path(storage.path(path)).stat()
            digest.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
