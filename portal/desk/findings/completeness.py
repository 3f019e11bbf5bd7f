"""What a page lacks: parts before it can be published, a day of review that has come, a place among the others."""

from __future__ import annotations

from collections.abc import Iterator

from portal.core.models import ContentPage
from portal.desk.findings.found import Found
from portal.desk.models import Kind

#: By these readers find a page; a page type that has no field for one needs none.
_PLACES = ("stages", "beneficiaries")


def check_review(page: ContentPage) -> Iterator[Found]:
    if page.review_due_on is not None:
        yield Found(Kind.REVIEW, day=page.review_due_on)


def check_parts(page: ContentPage) -> Iterator[Found]:
    """Parts that have a field on the form; pictures and numbers are in reports of their own."""
    for part in page.missing_for_publishing():
        name, _underscore, code = part.form_field.rpartition("_")
        if name and hasattr(page, f"headline_{code}"):
            yield Found(Kind.MISSING, field=name, language=code)
        elif part.form_field and part.form_field != "checked_numbers":
            yield Found(Kind.MISSING, field=part.form_field)


def check_places(page: ContentPage) -> Iterator[Found]:
    fields = page.get_edit_handler().get_form_class().base_fields
    for name in _PLACES:
        if name in fields and not list(getattr(page, name).all()):
            yield Found(Kind.UNCLASSIFIED, field=name)
