"""The list of working groups and the groups in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from network.models import WorkingGroupIndexPage, WorkingGroupPage
from network.starter.home import home_page
from portal.core.starter.files import json_document
from portal.core.starter.pages import PageKind, load_pages
from portal.core.starter.report import Report
from portal.vocabulary.starter.codes import Codes

_CLASSIFIED_BY = ("beneficiaries", "priority_areas", "stages", "agencies")
GROUP_INDEX = PageKind(WorkingGroupIndexPage)
GROUP = PageKind(
    WorkingGroupPage,
    texts=("headline", "summary", "mandate"),
    plain=("standing",),
    related=_CLASSIFIED_BY,
)


def load_group_index(path: Path, report: Report) -> None:
    """Below the home page, which another app brings."""
    row = json_document(path, WorkingGroupIndexPage._meta.label_lower, report)
    home = home_page()
    if row is not None and home is not None:
        load_pages(GROUP_INDEX, [row], GROUP_INDEX.values, parent=home, report=report)


def load_groups(path: Path, report: Report) -> None:
    rows = json_document(path, WorkingGroupPage._meta.label_lower, report)
    parent = WorkingGroupIndexPage.objects.first()
    if not rows or parent is None:
        return
    codes = Codes()

    def values(row: Mapping[str, Any]) -> dict[str, Any]:
        return GROUP.values(row, standing=row["standing"], **codes.classification(row, _CLASSIFIED_BY))

    load_pages(GROUP, rows, values, parent=parent, report=report)
