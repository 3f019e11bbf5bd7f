"""What a letter that asks for a form says of it, and whether it is still to be sent."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format

from portal.core.pages.addresses import absolute
from trainings.evaluation.asked import Asked, asked_of
from trainings.evaluation.models import EvaluationForm
from trainings.evaluation.wording import Worded
from trainings.models import Enrolment


def is_still_due(enrolment: Enrolment, form: EvaluationForm) -> bool:
    """Whether it is open for this person and was not answered."""
    return any(one.is_due for one in asked_of([enrolment])[enrolment.pk] if one.form == form)


def invitation(enrolment: Enrolment, form: EvaluationForm) -> dict[str, Any]:
    """Title, address and last day of the form, in the language that is active."""
    asked = next(one for one in asked_of([enrolment])[enrolment.pk] if one.form == form)
    return {
        "form_title": Worded(form, ()).title,
        "form_link": absolute(reverse("trainings:fill", args=[enrolment.token, form.kind])),
        "form_until": last_day(asked),
        "is_anonymous": form.anonymous,
    }


def last_day(asked: Asked) -> str:
    """The last day on which the form can be filled in, by the clock of the training's place."""
    return date_format((asked.window.closes - timedelta(days=1)).date())
