"""`manage.py check_links`: asks whether what pages link to outside of the portal is still there."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.desk.addresses.asking import Asker
from portal.desk.addresses.round import ask_round


class Command(BaseCommand):
    help = (
        "Asks the addresses that pages link to, a number of them each time; the report of links says what came of it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--limit", type=int, default=200, help="addresses to ask at most (200)")
        parser.add_argument("--days", type=int, default=7, help="ask again what was asked longer ago (7)")
        parser.add_argument("--pause", type=float, default=1.0, help="seconds before the same site is asked again (1)")

    def handle(self, *args: Any, **options: Any) -> None:
        done = ask_round(Asker(), limit=options["limit"], days=options["days"], pause=options["pause"])
        self.stdout.write(f"Links: {done.known} addresses, {done.asked} asked, {done.broken} do not work")
