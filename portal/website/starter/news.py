"""News and highlights: the real ones, and samples that are marked as such."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from wagtail.models import Page

from portal.core.models.image import PortalImage
from portal.core.starter.files import json_document
from portal.core.starter.pages import PageKind, load_pages
from portal.core.starter.report import Report
from portal.vocabulary.starter.codes import Codes
from portal.website.models import HighlightPage, HighlightsIndexPage, NewsIndexPage, NewsPage

_CLASSIFIED_BY = ("beneficiaries", "priority_areas", "stages")
NEWS = PageKind(NewsPage, bodies=("body",), plain=("date", "image_id"), related=_CLASSIFIED_BY)
HIGHLIGHT = PageKind(HighlightPage, bodies=("body",), plain=("date", "image_id"), related=_CLASSIFIED_BY)


def load_news(path: Path, report: Report) -> None:
    _load(NEWS, path, NewsIndexPage.objects.first(), report)


def load_highlights(path: Path, report: Report) -> None:
    _load(HIGHLIGHT, path, HighlightsIndexPage.objects.first(), report)


def _load(kind: PageKind, path: Path, parent: Page | None, report: Report) -> None:
    rows = json_document(path, kind.model._meta.label_lower, report)
    if parent is None or not rows:
        return
    codes = Codes()
    pictures = dict(PortalImage.objects.values_list("title", "pk"))

    def values(row: Mapping[str, Any]) -> dict[str, Any]:
        return kind.values(
            row,
            date=date.fromisoformat(row["date"]),
            image_id=pictures[row["image"]] if row["image"] else None,
            **codes.classification(row, _CLASSIFIED_BY),
        )

    load_pages(kind, rows, values, parent=parent, report=report)
