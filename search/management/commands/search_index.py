"""`manage.py search_index status|ensure|rebuild|drain|verify`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.engines.base import EngineError
from search.engines.current import current_engine
from search.management.progress_bar import ProgressBar
from search.outbox.drain import drain
from search.outbox.entry import OutboxEntry
from search.upkeep.build import ensure, expected_documents, rebuild
from search.upkeep.verify import verify


class Command(BaseCommand):
    help = (
        "Looks after the search index: says how it is, builds it where it is missing, builds it anew, updates it, "
        "compares it and the records for harvesters with the database and mends them. A rebuild that was interrupted "
        "goes on where it was."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=("status", "ensure", "rebuild", "drain", "verify"))

    def handle(self, *args: Any, **options: Any) -> None:
        actions = {
            "status": self._status,
            "ensure": self._ensure,
            "rebuild": self._rebuild,
            "drain": self._drain,
            "verify": self._verify,
        }
        try:
            actions[options["action"]]()
        except EngineError as error:
            raise CommandError(f"The search index: {error}") from error

    def _status(self) -> None:
        status = current_engine().status()
        self.stdout.write(f"{status.engine}: {'ready' if status.ready else 'not built'} ({status.detail})")
        self.stdout.write(f"{status.documents} documents in the index, {expected_documents()} in the database")
        self.stdout.write(f"{OutboxEntry.objects.count()} changes wait in the outbox")
        if status.unfinished:
            self.stdout.write(f"An interrupted rebuild has done {status.unfinished} documents; rebuild goes on with it")

    def _ensure(self) -> None:
        with self._progress() as progress:
            number = ensure(current_engine(), progress)
        self.stdout.write("Search index: up to date" if number is None else f"Search index: {number} documents")

    def _rebuild(self) -> None:
        with self._progress() as progress:
            number = rebuild(current_engine(), progress)
        self.stdout.write(f"Search index: {number} documents")

    def _drain(self) -> None:
        self.stdout.write(f"Search index: {drain()} documents looked at")

    def _verify(self) -> None:
        with self._progress() as progress:
            found = verify(current_engine(), progress)
        for what, ids in (
            ("missing", found.missing),
            ("outdated", found.outdated),
            ("not in the database", found.superfluous),
            ("record for harvesters", found.records),
        ):
            for identifier in ids:
                self.stdout.write(f"  {what}: {identifier}")
        self.stdout.write(f"Search index: {len(found.ids)} documents mended" if found.ids else "Search index: right")

    @contextmanager
    def _progress(self) -> Iterator[Callable[[int], None]]:
        bar: ProgressBar | None = None

        def show(number: int) -> None:
            nonlocal bar
            bar = bar or ProgressBar(self.stdout, expected_documents())
            bar.show(number)

        try:
            yield show
        finally:
            if bar:
                bar.end()
