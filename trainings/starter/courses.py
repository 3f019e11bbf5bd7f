"""The list of trainings and the courses in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wagtail.models import Site

from portal.core.starter.files import json_document
from portal.core.starter.pages import PageKind, load_pages
from portal.core.starter.report import Report
from portal.vocabulary.starter.codes import Codes
from trainings.models import CoursePage, TrainingIndexPage

_CLASSIFIED_BY = ("beneficiaries", "priority_areas", "stages", "agencies", "target_groups")
TRAINING_INDEX = PageKind(TrainingIndexPage)
COURSE = PageKind(
    CoursePage,
    texts=("headline", "summary", "objectives", "for_whom"),
    plain=("hours",),
    related=(*_CLASSIFIED_BY, "builds"),
)


def load_training_index(path: Path, report: Report) -> None:
    """Below the home page, which another app brings."""
    row = json_document(path, TrainingIndexPage._meta.label_lower, report)
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if row is not None and site is not None:
        load_pages(TRAINING_INDEX, [row], TRAINING_INDEX.values, parent=site.root_page.specific, report=report)


def load_courses(path: Path, builds: Mapping[str, list[int]], report: Report) -> None:
    """`builds` has for each course, by the last part of its address, the keys of the competences that it builds."""
    rows = json_document(path, CoursePage._meta.label_lower, report)
    parent = TrainingIndexPage.objects.first()
    if not rows or parent is None:
        return
    codes = Codes()

    def values(row: Mapping[str, Any]) -> dict[str, Any]:
        built = builds.get(row["slug"], [])
        return COURSE.values(row, hours=row["hours"], builds=built, **codes.classification(row, _CLASSIFIED_BY))

    load_pages(COURSE, rows, values, parent=parent, report=report)
