"""Looking at one page, and keeping what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from django.db import transaction
from django_tasks import task
from wagtail.models import Page

from portal.core.models import ContentPage
from portal.desk.findings.completeness import check_parts, check_places, check_review
from portal.desk.findings.found import Found
from portal.desk.findings.languages import check_languages
from portal.desk.findings.links import check_links
from portal.desk.findings.persons import check_persons
from portal.desk.findings.pictures import check_pictures
from portal.desk.models import Finding

CHECKS: Final[tuple[Callable[[Any], Iterable[Found]], ...]] = (
    check_review,
    check_languages,
    check_parts,
    check_places,
    check_pictures,
    check_links,
    check_persons,
)


def content_pages() -> Iterator[Any]:
    """All pages of the portal's types, one after another."""
    for page in Page.objects.order_by("pk").iterator(chunk_size=50):
        if issubclass(page.specific_class or Page, ContentPage):
            yield page.specific


@task()
def look_at(page_id: int) -> None:
    """Brings the findings of one page up to date. May run any number of times, and late; a page may be gone."""
    page = Page.objects.filter(pk=page_id).first()
    if page is not None and issubclass(page.specific_class or Page, ContentPage):
        keep_findings(page.specific)


def keep_findings(page: Any) -> None:
    """Writes what its newest draft shows, and only differences: a page that is as it was costs its reading."""
    draft = page.get_latest_revision_as_object()
    found = {found for check in CHECKS for found in check(draft)}
    with transaction.atomic():
        # One look at a page at a time: two would write the same twice.
        Page.objects.select_for_update().filter(pk=page.pk).values_list("pk").first()
        kept = {Found(*row): pk for pk, *row in Finding.objects.filter(page=page).values_list("pk", *Found._fields)}
        Finding.objects.filter(pk__in=[pk for one, pk in kept.items() if one not in found]).delete()
        Finding.objects.bulk_create(Finding(page_id=page.pk, **one._asdict()) for one in found if one not in kept)
