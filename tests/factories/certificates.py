"""Trainings that are over, and people who have earned their certificate."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from portal.members.models import Member
from tests.factories.pages import make_page
from tests.factories.trainings import make_enrolment, make_session, make_training
from trainings.certificates.issuing import issue
from trainings.models import Attendance, Certificate, CoursePage, Enrolment, TrainingPage


def make_ended_training(**fields: Any) -> TrainingPage:
    """Yesterday, two sessions, of a course that asks for 80 percent of them; `course` has fields of the course."""
    day = timezone.localdate() - timedelta(days=1)
    course = make_page(CoursePage, **{"headline_en": "Release planning", "hours": 12, **fields.pop("course", {})})
    values = {"start": day, "end": day, "sessions": [make_session(day), make_session(day, 14, 16)], "capacity": 60}
    return make_training(**{**values, "parent": course, **fields})


def make_attended(training: TrainingPage, member: Member | None = None, sessions: int = 2) -> Enrolment:
    """Somebody who was in so many sessions."""
    enrolment = make_enrolment(training, member)
    for session in training.sessions.all()[:sessions]:
        Attendance.objects.create(session=session, enrolment=enrolment)
    return enrolment


def make_certificate(training: TrainingPage | None = None, member: Member | None = None) -> Certificate:
    """A valid one of somebody who was there."""
    enrolment = make_attended(training or make_ended_training(), member)
    return issue(training_id=enrolment.training_id, enrolment_id=enrolment.pk, by=None)
