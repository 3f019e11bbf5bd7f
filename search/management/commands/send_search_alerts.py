"""`manage.py send_search_alerts`: tells people what their saved searches find anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from search.engines.base import EngineError
from search.following.alerts import MailServerAway, send_alerts
from search.following.saved_search import Frequency


class Command(BaseCommand):
    help = (
        "Writes to people whose saved searches are due and find something new. To be run once a day or more often; "
        "daily searches are due once a day, weekly ones once a week, from Monday on."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--frequency",
            choices=[Frequency.DAILY.value, Frequency.WEEKLY.value],
            help="Only searches of this frequency, as far as they are due.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        frequency = Frequency(options["frequency"]) if options["frequency"] else None
        try:
            outcome = send_alerts(timezone.now(), frequency)
        except EngineError as error:
            raise CommandError(f"The search engine is away, who was not written to yet waits: {error}") from error
        except MailServerAway as error:
            raise CommandError(f"The mail server is away, who was not written to yet waits: {error}") from error
        self.stdout.write(f"Search alerts: {outcome.sent} e-mails sent")
        if outcome.failed:
            raise CommandError(
                f"{outcome.failed} e-mails could not be sent; the log says why, the next run tries again."
            )
