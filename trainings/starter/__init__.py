"""Starter content of trainings: their list, sample courses with a training each, and the forms of one of them."""

from __future__ import annotations

from pathlib import Path

from portal.core.starter.registry import register_loader
from portal.core.starter.report import Report
from trainings.starter.competences import built_by, load_competences
from trainings.starter.courses import load_courses, load_training_index
from trainings.starter.evaluation import load_forms
from trainings.starter.runs import load_trainings

DATA = Path(__file__).resolve().parent.parent / "starter_data"


def trainings(report: Report) -> None:
    load_training_index(DATA / "training_index.json", report)
    load_competences(DATA / "competences.json", report)
    load_courses(DATA / "courses.json", built_by(DATA / "competences.json", report), report)
    load_trainings(DATA / "trainings.json", report)
    load_forms(DATA / "evaluation_forms.json", report)


register_loader(70, "trainings", trainings)
