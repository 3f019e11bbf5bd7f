"""Where a page, or a file of it, may tell who somebody is."""

from __future__ import annotations

from collections.abc import Iterator

from portal.core.models import ContentPage, FileText
from portal.core.persons.findings import hints_in, numbers_in
from portal.core.persons.numbers import personal_numbers
from portal.desk.findings.found import Found
from portal.desk.findings.links import targets
from portal.desk.models import Kind


def check_persons(page: ContentPage) -> Iterator[Found]:
    """Numbers that somebody has checked are none. In files only numbers count: in reports many people are named."""
    checked = set(page.checked_numbers.split())
    for found in numbers_in(page):
        if found.digest not in checked:
            yield Found(Kind.NUMBER, field=found.field, language=found.code)
    for found in hints_in(page):
        yield Found(Kind.PERSON, field=found.field, language=found.code)
    documents = {key for _place, _words, kind, key in targets(page) if kind == "document"}
    for key, text in FileText.objects.filter(document_id__in=documents).values_list("document_id", "text"):
        if next(personal_numbers(text), None):
            yield Found(Kind.NUMBER, object_id=key)
