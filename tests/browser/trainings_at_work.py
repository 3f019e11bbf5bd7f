"""Makes trainings at work in the database of the portal that the browser looks at, and says as JSON where they are.

Run as a process of its own, `python -m tests.browser.trainings_at_work`: Playwright keeps an event loop in the tests'.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import django


def make() -> dict[str, Any]:
    """A training that is over: people were there, answered the form, and one of two has a certificate."""
    from tests.factories.certificates import make_attended, make_ended_training
    from tests.factories.members import make_member
    from tests.factories.people import make_user
    from tests.factories.trainings import make_answer, make_form, make_question, make_training
    from trainings.certificates.issuing import issue
    from trainings.evaluation.models import QuestionKind

    ended = make_ended_training(course={"ready": ("en", "sq")}, ready=("en", "sq"))
    form = make_form(ended)
    for kind in QuestionKind.values:
        make_question(form, kind)
    people = [make_member(make_user(last_name="Sample", email=f"participant-{one}@example.org")) for one in range(5)]
    enrolments = [make_attended(ended, member) for member in people]
    for enrolment in enrolments:
        make_answer(enrolment, form, 4, 1, [1, 3], "More exercises.")
    certificate = issue(training_id=ended.pk, enrolment_id=enrolments[0].pk, by=None)
    coming = make_training(parent=ended.get_parent(), ready=("en", "sq"))
    return {
        "ended": ended.pk,
        "coming": coming.pk,
        "course": ended.get_parent().pk,
        "session": ended.sessions.first().pk,
        "page": coming.get_url(),
        "certificate": certificate.pk,
        "code": certificate.code,
        "token": enrolments[1].token,
    }


if __name__ == "__main__":
    django.setup()
    json.dump(make(), sys.stdout)
