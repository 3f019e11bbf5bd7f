"""Plain pages, one file each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from portal.core.starter.files import json_document
from portal.core.starter.pages import PageKind, load_pages
from portal.core.starter.report import Report
from portal.website.models import HomePage, PlainPage

PLAIN_PAGE = PageKind(PlainPage, bodies=("body",), plain=("footer_group",))


def load_plain_pages(folder: Path, report: Report) -> None:
    """All files of the folder; `rank` orders them in the tree and so at the foot of every page."""
    home = HomePage.objects.first()
    if home is None:
        return
    documents = [json_document(path, PlainPage._meta.label_lower, report) for path in sorted(folder.glob("*.json"))]
    rows = sorted(filter(None, documents), key=lambda row: row.get("rank", 0))
    load_pages(PLAIN_PAGE, rows, _values, parent=home, report=report)


def _values(row: Mapping[str, Any]) -> dict[str, Any]:
    return PLAIN_PAGE.values(row, footer_group=row["footer_group"])
