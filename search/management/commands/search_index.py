"""`manage.py search_index status|ensure|rebuild|drain`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.engines.base import EngineError
from search.engines.current import current_engine
from search.outbox.drain import drain
from search.outbox.entry import OutboxEntry
from search.upkeep.build import ensure, expected_documents, rebuild


class Command(BaseCommand):
    help = "Looks after the search index: says how it is, builds it where it is missing, builds it anew, updates it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=("status", "ensure", "rebuild", "drain"))

    def handle(self, *args: Any, **options: Any) -> None:
        actions = {"status": self._status, "ensure": self._ensure, "rebuild": self._rebuild, "drain": self._drain}
        try:
            actions[options["action"]]()
        except EngineError as error:
            raise CommandError(f"The search index: {error}") from error

    def _status(self) -> None:
        status = current_engine().status()
        self.stdout.write(f"{status.engine}: {'ready' if status.ready else 'not built'} ({status.detail})")
        self.stdout.write(f"{status.documents} documents in the index, {expected_documents()} in the database")
        self.stdout.write(f"{OutboxEntry.objects.count()} changes wait in the outbox")

    def _ensure(self) -> None:
        number = ensure(current_engine(), self._progress)
        self.stdout.write("Search index: up to date" if number is None else f"Search index: {number} documents")

    def _rebuild(self) -> None:
        self.stdout.write(f"Search index: {rebuild(current_engine(), self._progress)} documents")

    def _drain(self) -> None:
        self.stdout.write(f"Search index: {drain()} documents looked at")

    def _progress(self, number: int) -> None:
        self.stdout.write(f"  {number} documents …")
        self.stdout.flush()
