"""`manage.py demo_administrator`: an administrator for trying out."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.accounts.demo import DemoNotAllowedError, ensure_demo_administrator


class Command(BaseCommand):
    help = "Makes an administrator for trying the portal out and prints how to sign in. Not in production."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(ensure_demo_administrator())
        except DemoNotAllowedError as error:
            raise CommandError(str(error)) from error
