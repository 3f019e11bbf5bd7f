"""Filling in a form, for whoever has the link that was sent to its person."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.core.pages.listing import lang_beside
from trainings.evaluation.answering import keep_answers
from trainings.evaluation.asked import Asked, asked_of
from trainings.evaluation.filling import FillingForm, given
from trainings.evaluation.invitation import last_day
from trainings.evaluation.models import AnswerSheet, EvaluationQuestion
from trainings.evaluation.opening import ASKED_STATES
from trainings.evaluation.wording import Worded
from trainings.models import Enrolment
from trainings.reading.words import named


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: HttpRequest, token: str, kind: str) -> HttpResponse:
    """The form, or what was given in it. 404 for an address that was never given out, for a form that the course does
    not have, and for people who have no place.

    `attempt` in the address is the number of the attempt that is meant, 1 if it is not there. So what is sent twice, or
    once more from an old page, is the same attempt, and does not use up another.
    """
    asked = _asked_or_404(token, kind)
    questions = list(asked.form.questions.select_related("form"))
    now_asked = [one for one in questions if one.is_asked]
    worded = Worded(asked.form, now_asked)
    context = {
        "training": named(asked.enrolment.training, request),
        "enrolment": asked.enrolment,
        "form_of": asked.form,
        "worded": worded,
        "lang": lang_beside(worded.html_lang),
        "until": last_day(asked),
        "has_sample": asked.enrolment.training.is_sample,
    }
    is_again = asked.next_attempt > 1 and request.GET.get("attempt") == str(asked.next_attempt)
    if asked.is_answered and not is_again:
        return render(request, "trainings/evaluation/given.html", context | _given(asked, questions, worded))
    if not asked.is_open:
        return render(request, "trainings/evaluation/closed.html", context | {"opens": _opens(asked)})
    form = FillingForm(request.POST if request.method == "POST" else None, questions=now_asked, worded=worded)
    if form.is_bound and form.is_valid():
        keep_answers(
            enrolment=asked.enrolment,
            form=asked.form,
            questions=now_asked,
            values=form.values,
            attempt=asked.next_attempt,
        )
        # Given twice at once, the first counts: the page that follows shows it.
        return redirect("trainings:fill", token, kind)
    context |= {"form": form, "attempt": asked.next_attempt}
    return render(request, "trainings/evaluation/fill.html", context)


def _asked_or_404(token: str, kind: str) -> Asked:
    enrolment = Enrolment.objects.of_token(token)
    if enrolment is None or enrolment.state not in ASKED_STATES:
        raise Http404
    for asked in asked_of([enrolment])[enrolment.pk]:
        if asked.form.kind == kind:
            return asked
    raise Http404


def _given(asked: Asked, questions: list[EvaluationQuestion], worded: Worded) -> dict[str, Any]:
    sheet = AnswerSheet.objects.filter(enrolment=asked.enrolment, form=asked.form).select_related("form").first()
    return {
        "sheet": sheet,
        "given": given(questions, worded, sheet.values) if sheet else [],
        "attempts_left": asked.attempts_left,
        "next_attempt": asked.next_attempt,
    }


def _opens(asked: Asked) -> str:
    """The day on which it opens, by the clock of the training's place; "" when it is over or was called off."""
    opens = asked.window.opens
    if opens is None or opens <= timezone.now() or asked.enrolment.training.is_cancelled:
        return ""
    return date_format(opens.date())
