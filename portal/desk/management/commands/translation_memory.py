"""`manage.py translation_memory rebuild`: fills the translation memory from the pages that are public now."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from wagtail.models import Page

from portal.desk.memory.learning import learn


class Command(BaseCommand):
    help = "Fills the translation memory from the pages that are public now."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["rebuild"])

    def handle(self, *args: Any, **options: Any) -> None:
        pairs = sum(learn(page_id) for page_id in Page.objects.order_by("pk").values_list("pk", flat=True))
        self.stdout.write(f"{pairs} pairs.")
