"""`manage.py translations update|check|compile`: the interface texts in all languages."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core.catalogues.compiling import compile_all
from portal.core.catalogues.files import WRITTEN, problems, update
from portal.core.catalogues.registry import catalogues


class Command(BaseCommand):
    help = "Collects interface texts into the catalogues, checks that all are translated, compiles them."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["update", "check", "compile"])

    def handle(self, *args: Any, **options: Any) -> None:
        {"update": self._update, "check": self._check, "compile": self._compile}[options["action"]]()

    def _update(self) -> None:
        for catalogue in catalogues():
            messages = catalogue.find_texts()
            for code in WRITTEN:
                added, dropped = update(catalogue, code, messages)
                self.stdout.write(
                    f"{catalogue.folder.name}, {catalogue.domain}, {code}: {len(messages)} texts, {added} new, "
                    f"{dropped} dropped"
                )

    def _check(self) -> None:
        """Raises CommandError when a text is missing in any language."""
        found, number = [], 0
        for catalogue in catalogues():
            messages = catalogue.find_texts()
            number += len(messages)
            found += [problem for code in WRITTEN for problem in problems(catalogue, code, messages)]
        if found:
            raise CommandError("\n".join([*found, f"{len(found)} problems in the catalogues"]))
        self.stdout.write(f"{number} texts, translated into all languages.")

    def _compile(self) -> None:
        for code in compile_all(catalogues()):
            self.stdout.write(f"compiled {code}")
