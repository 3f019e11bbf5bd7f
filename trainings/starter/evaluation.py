"""Forms of the sample courses, with their questions.

A form is known by its course and kind, a question by its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import json_document
from portal.core.starter.records import BrokenRow
from portal.core.starter.report import Outcome, Report
from portal.vocabulary.starter.texts import flags, store, texts_of_record, texts_of_row
from trainings.models import CoursePage, EvaluationForm, EvaluationQuestion

Row = Mapping[str, Any]

_FORM, _QUESTION = "evaluationform", "evaluationquestion"
#: All but English are working translations.
_TO_REVIEW = [code for code in CONTENT_CODES if code != "en"]


def load_forms(path: Path, report: Report) -> None:
    courses = {course.slug: course for course in CoursePage.objects.all()}
    rows = [row for row in _named(json_document(path, _FORM, report) or [], report) if row["course"] in courses]
    there = EvaluationForm.objects.select_related("course")
    with BatchLoader(
        kind=_FORM,
        existing={_key(form): form for form in there},
        current=_form_as_it_is,
        write=_write_form,
        report=report,
    ) as forms:
        for row in rows:
            forms.load_made(f"{row['course']}/{row['kind']}", partial(_of_form, row, courses[row["course"]]))
    questions_there = EvaluationQuestion.objects.select_related("form__course")
    with BatchLoader(
        kind=_QUESTION,
        existing={f"{_key(question.form)}/{question.position}": question for question in questions_there},
        current=_question_as_it_is,
        write=_write_question,
        report=report,
    ) as questions:
        for row in rows:
            if form := forms.existing.get(f"{row['course']}/{row['kind']}"):
                for position, question in enumerate(row.get("questions", ()), 1):
                    questions.load_made(f"{_key(form)}/{position}", partial(_of_question, question, form, position))


def _named(rows: Iterable[Any], report: Report) -> Iterator[Row]:
    """Those by which a form can be known; the others are named in the report by their place."""
    for number, row in enumerate(rows, start=1):
        if isinstance(row, Mapping) and row.get("course") and row.get("kind"):
            yield row
        else:
            report.add(_FORM, f"row {number}", Outcome.BROKEN, "names no course or no kind")


def _key(form: EvaluationForm) -> str:
    return f"{form.course.slug}/{form.kind}"


def _of_form(row: Row, course: CoursePage) -> dict[str, Any]:
    if not row["questions"]:
        raise BrokenRow("asks nothing")
    return {
        "course_id": course.pk,
        "kind": row["kind"],
        "is_needed": row.get("needed", False),
        "pass_mark": row.get("pass_mark"),
        "review_languages": flags(_TO_REVIEW),
        **texts_of_row("title", row["title"]),
        **texts_of_row("introduction", row["introduction"]),
    }


def _form_as_it_is(form: EvaluationForm) -> dict[str, Any]:
    plain = ("course_id", "kind", "is_needed", "pass_mark", "review_languages")
    return {
        **{name: getattr(form, name) for name in plain},
        **texts_of_record(form, "title"),
        **texts_of_record(form, "introduction"),
    }


def _write_form(form: EvaluationForm | None, values: Row) -> EvaluationForm:
    return store(form or EvaluationForm(), values, ["course"])


def _of_question(row: Row, form: EvaluationForm, position: int) -> dict[str, Any]:
    options = row.get("options") or {}
    return {
        "form_id": form.pk,
        "position": position,
        "kind": row["kind"],
        "right": " ".join(map(str, row.get("right", ()))),
        "points": row.get("points", 1),
        "is_required": row.get("required", True),
        "review_languages": flags(_TO_REVIEW),
        **texts_of_row("text", row["text"]),
        **{f"options_{code}": options.get(code, "") for code in CONTENT_CODES},
    }


def _question_as_it_is(question: EvaluationQuestion) -> dict[str, Any]:
    plain = ("form_id", "position", "kind", "right", "points", "is_required", "review_languages")
    return {
        **{name: getattr(question, name) for name in plain},
        **texts_of_record(question, "text"),
        **texts_of_record(question, "options"),
    }


def _write_question(question: EvaluationQuestion | None, values: Row) -> EvaluationQuestion:
    return store(question or EvaluationQuestion(), values, ["form"])
