"""`manage.py check_pages`: looks at all pages for what is to be done, and keeps it for the reports."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from portal.desk.findings.keeping import content_pages, keep_findings
from portal.desk.models import Finding


class Command(BaseCommand):
    help = "Brings the reports up to date: pages that change are looked at by themselves, this finds what else changed."

    def handle(self, *args: Any, **options: Any) -> None:
        number = 0
        for page in content_pages():
            keep_findings(page)
            number += 1
        self.stdout.write(f"Reports: {number} pages, {Finding.objects.count()} findings")
