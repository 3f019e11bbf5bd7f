"""The lists in which resources lie: one for each type, below the home page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wagtail.models import Site

from portal.accounts.focal_points import let_hand_in_below
from portal.core.starter.files import json_document, json_entries
from portal.core.starter.pages import PageKind, load_pages
from portal.core.starter.report import Outcome, Report
from practices.models import CatalogueIndexPage
from practices.models.index_page import ResourceType

LIST = PageKind(CatalogueIndexPage, plain=("resource_type",))


def load_lists(path: Path, report: Report) -> None:
    """The lists, of which focal points may hand in something to that of good practices."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        report.add(LIST.model._meta.label_lower, path.name, Outcome.BROKEN, "there is no site")
        return
    rows = json_entries(json_document(path, "list", report), "lists", "list", report)
    before = set(CatalogueIndexPage.objects.values_list("pk", flat=True))
    load_pages(LIST, rows, _values, parent=site.root_page, report=report)
    # Once: what an administrator takes from them later stays taken.
    made = CatalogueIndexPage.objects.exclude(pk__in=before)
    for practices in made.filter(resource_type=ResourceType.GOOD_PRACTICE):
        let_hand_in_below(practices)


def _values(row: Mapping[str, Any]) -> dict[str, Any]:
    return LIST.values(row, resource_type=ResourceType(row["resource_type"]).value)


def list_of(kind: ResourceType, report: Report, needed_for: str) -> CatalogueIndexPage | None:
    """The list for resources of one type; when an editor removed it, the report says what could not be loaded."""
    found = CatalogueIndexPage.objects.filter(resource_type=kind).first()
    if found is None:
        report.add(needed_for, kind.value, Outcome.BROKEN, "the list that they lie in is not there")
    return found
