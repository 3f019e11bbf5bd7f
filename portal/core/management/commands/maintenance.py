"""`manage.py maintenance on|off|status`: tells readers that the portal is being worked on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from portal.core.maintenance import begin_maintenance, end_maintenance, maintenance


class Command(BaseCommand):
    help = "Begins or ends maintenance: everybody but administrators gets a page that says so. Needs no database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["on", "off", "status"])
        parser.add_argument(
            "--until", metavar="TIME", help='when it is expected to be over, in the portal\'s time: "2026-03-01 22:00"'
        )

    def handle(self, *args: Any, **options: Any) -> None:
        action, until = options["action"], options["until"]
        if until and action != "on":
            raise CommandError("--until goes with “on” only.")
        if action == "on":
            begin_maintenance(_moment(until) if until else None)
        elif action == "off":
            end_maintenance()
        self.stdout.write(_said())


def _moment(written: str) -> datetime:
    try:
        moment = parse_datetime(written)
    except ValueError:
        moment = None
    if moment is None:
        raise CommandError(f"“{written}” is no time. Write it as in 2026-03-01 22:00.")
    if timezone.is_naive(moment):
        moment = timezone.make_aware(moment)
    if moment <= timezone.now():
        raise CommandError(f"“{written}” is over.")
    return moment


def _said() -> str:
    now = maintenance()
    if now is None:
        return "The portal is open."
    end = f"until {timezone.localtime(now.until):%Y-%m-%d %H:%M}" if now.until else "no end is given"
    return f"Maintenance: {end}."
