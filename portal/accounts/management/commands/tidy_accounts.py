"""`manage.py tidy_accounts`: deletes what is kept of accounts no longer than needed. To be run once a day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from portal.accounts.log import trim
from portal.accounts.sessions.tidying import forget_ended


class Command(BaseCommand):
    help = "Deletes sessions that have ended, and steps of accounts older than ACCOUNT_LOG_DAYS."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Sessions: {forget_ended()} rows deleted")
        self.stdout.write(f"Steps of accounts: {trim()} rows deleted")
