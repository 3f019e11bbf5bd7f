"""`manage.py translations update|check|compile`: the interface texts in all languages."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core.catalogues.files import WRITTEN, compile_all, problems, product_messages, update


class Command(BaseCommand):
    help = "Collects interface texts into the catalogues, checks that all are translated, compiles them."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["update", "check", "compile"])

    def handle(self, *args: Any, **options: Any) -> None:
        {"update": self._update, "check": self._check, "compile": self._compile}[options["action"]]()

    def _update(self) -> None:
        messages = product_messages()
        for code in WRITTEN:
            added, dropped = update(code, messages)
            self.stdout.write(f"{code}: {len(messages)} texts, {added} new, {dropped} dropped")

    def _check(self) -> None:
        """Raises CommandError when a text is missing in any language."""
        messages = product_messages()
        found = [problem for code in WRITTEN for problem in problems(code, messages)]
        if found:
            raise CommandError("\n".join([*found, f"{len(found)} problems in the catalogues"]))
        self.stdout.write(f"{len(messages)} texts, translated into all languages.")

    def _compile(self) -> None:
        for code in compile_all():
            self.stdout.write(f"compiled {code}")
