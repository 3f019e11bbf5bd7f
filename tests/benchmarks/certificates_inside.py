"""What is done inside a portal to measure certificates, in a process of its own; answers in JSON.

`python -m tests.benchmarks.certificates_inside 50` issues so many and makes their files: seconds of processor time.
"""

from __future__ import annotations

import json
import sys
import time

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import override_settings  # noqa: E402

from tests.benchmarks.enrolling_inside import WITHOUT_WORKER  # noqa: E402
from tests.benchmarks.members import members  # noqa: E402
from tests.benchmarks.query_count import QueryCount  # noqa: E402
from tests.factories.certificates import make_ended_training  # noqa: E402
from trainings.certificates.archive import zipped  # noqa: E402
from trainings.certificates.run import issue_to_all  # noqa: E402
from trainings.models import (  # noqa: E402
    Attendance,
    Certificate,
    CertificateRun,
    Enrolment,
    SeatPool,
    TrainingPage,
)
from trainings.rules.states import State  # noqa: E402


def attended(count: int) -> TrainingPage:
    """A training that is over, with so many people who have earned their certificate."""
    name = f"benchmark-{time.time_ns()}"
    training = make_ended_training(slug=name, course={"slug": name}, capacity=count)
    enrolments = Enrolment.objects.bulk_create(
        Enrolment(training=training, member=member, state=State.CONFIRMED) for member in members(count)
    )
    SeatPool.objects.filter(training=training).update(taken=count)
    sessions = list(training.sessions.all())
    Attendance.objects.bulk_create(
        Attendance(session=session, enrolment=enrolment) for session in sessions for enrolment in enrolments
    )
    return training


def measured(count: int) -> dict[str, float]:
    # What a process makes once, such as the fonts of the typesetter, is in no figure.
    _issued(attended(1))
    training = attended(count)
    queries = QueryCount()
    began = time.process_time()
    with connection.execute_wrapper(queries):
        _issued(training)
    issued = time.process_time()
    size = _zipped(training)
    made = time.process_time()
    return {"issued": issued - began, "queries": queries.count, "made": made - issued, "bytes": size}


def _issued(training: TrainingPage) -> None:
    run = CertificateRun.objects.create(training=training)
    issue_to_all.func(run.pk, run.attempt)
    run.refresh_from_db()
    if (run.state, run.done) != ("ready", training.capacity):
        raise RuntimeError(f"{run.state}, {run.done} of {training.capacity}")
    if training.capacity == 1:
        _zipped(training)


def _zipped(training: TrainingPage) -> int:
    return sum(map(len, zipped(Certificate.objects.filter(training=training).iterator(100))))


if __name__ == "__main__":
    with override_settings(TASKS=WITHOUT_WORKER):
        json.dump(measured(int(sys.argv[1])), sys.stdout)
