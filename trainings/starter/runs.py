"""The trainings of the courses, each below its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from portal.core.starter.files import json_document
from portal.core.starter.pages import PageKind, load_pages
from portal.core.starter.report import Outcome, Report
from portal.members.models.spoken_languages import joined
from portal.vocabulary.starter.codes import Codes
from trainings.models import CoursePage, TrainingPage

_CLASSIFIED_BY = ("beneficiaries", "priority_areas", "stages")
TRAINING = PageKind(
    TrainingPage,
    texts=("headline", "summary", "place", "programme"),
    plain=("start", "end", "training_languages", "capacity", "admission", "closes_on"),
    related=_CLASSIFIED_BY,
)


def load_trainings(path: Path, report: Report) -> None:
    rows = json_document(path, TrainingPage._meta.label_lower, report)
    if not rows:
        return
    codes = Codes()

    def values(row: Mapping[str, Any]) -> dict[str, Any]:
        return TRAINING.values(
            row,
            start=date.fromisoformat(row["start"]),
            end=date.fromisoformat(row["end"]),
            training_languages=joined(row["languages"]),
            capacity=row["capacity"],
            admission=row["admission"],
            closes_on=date.fromisoformat(row["closes_on"]),
            **codes.classification(row, _CLASSIFIED_BY),
        )

    courses = {course.slug: course for course in CoursePage.objects.order_by("path")}
    of_course: dict[str, list[Mapping[str, Any]]] = {slug: [] for slug in courses}
    for number, row in enumerate(rows, start=1):
        slug = row.get("course") if isinstance(row, Mapping) else None
        if not slug:
            report.add(TrainingPage._meta.label_lower, f"row {number}", Outcome.BROKEN, "names no course")
        elif slug in courses:
            of_course[slug].append(row)
        # An editor may have deleted a course: its trainings are missed as little.
    for slug, its_rows in of_course.items():
        if its_rows:
            load_pages(TRAINING, its_rows, values, parent=courses[slug], report=report)
