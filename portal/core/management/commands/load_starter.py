"""`manage.py load_starter`: the real catalogue and the marked samples."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.core.starter.registry import loaders
from portal.core.starter.report import Report


class Command(BaseCommand):
    help = "Loads the starter content. Run again, it brings up to date what nobody edited and keeps the rest."

    def handle(self, *args: Any, **options: Any) -> None:
        report = Report()
        for _name, loader in loaders():
            loader(report)
        for line in report.lines():
            self.stdout.write(line)
