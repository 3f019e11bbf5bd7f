"""The results of the forms of a training, for those who run it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.core.spreadsheet_files import XLSX, xlsx_file
from trainings.evaluation.results import FEWEST, results_of
from trainings.evaluation.results_file import result_rows
from trainings.queries.access import trainers_sight_or_404
from trainings.reading.words import named
from trainings.views.signed_in import SignedIn


@login_required
@never_cache
@require_safe
def results(request: SignedIn, pk: int) -> HttpResponse:
    training = trainers_sight_or_404(request.user, pk).training
    context = {
        "training": named(training, request),
        "key": pk,
        "results": results_of(training),
        "fewest": FEWEST,
        "may_change": request.user.has_perm("trainings.change_evaluationform"),
        "has_sample": training.is_sample,
    }
    return render(request, "trainings/evaluation/results.html", context)


@login_required
@never_cache
@require_safe
def results_xlsx(request: SignedIn, pk: int) -> HttpResponse:
    training = trainers_sight_or_404(request.user, pk).training
    rows = result_rows(results_of(training))
    body = xlsx_file(rows, title=gettext("Results"), widths=(30, 50, 40, 10, 10, 10))
    answer = HttpResponse(body, content_type=XLSX)
    answer.headers["Content-Disposition"] = 'attachment; filename="results.xlsx"'
    return answer
