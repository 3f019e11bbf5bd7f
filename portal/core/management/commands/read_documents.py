"""`manage.py read_documents`: has the files read whose text is not known yet."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.core.files.reading_state import PROBLEMS, ReadingState
from portal.core.models import PortalDocument


class Command(BaseCommand):
    help = "Reads the text of the documents that wait for it: at once, or by the worker where one runs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--problems", action="store_true", help="also those that could not be read before")

    def handle(self, *args: Any, **options: Any) -> None:
        states = {ReadingState.WAITING, *(PROBLEMS if options["problems"] else ())}
        number = PortalDocument.objects.filter(reading_state__in=states).read_again()
        if number:
            self.stdout.write(f"Text of files: {number} documents to be read")
        for document in PortalDocument.objects.filter(reading_state__in=PROBLEMS).order_by("pk"):
            self.stdout.write(f"  {document.pk} {document.title}: {document.get_reading_state_display()}")
