"""Choosing a file, and saying which of its columns is what."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from trainings.importing.columns import is_enough, recognised
from trainings.importing.forms import ColumnsForm, FileForm
from trainings.importing.tidying import delete_expired
from trainings.importing.views.owned import frame, owned_or_404, why_not
from trainings.models import ExpectedParticipant, ParticipantImport
from trainings.queries.access import Sight, trainers_sight_or_404
from trainings.views.signed_in import SignedIn


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: SignedIn, pk: int) -> HttpResponse:
    """The form for a file; below it one's own lists of the last day, and who was invited and has not joined yet."""
    sight = trainers_sight_or_404(request.user, pk)
    refusal = why_not(sight.training)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if request.method == "POST" and not refusal and form.is_valid():
        delete_expired()
        source = _kept(request, sight, form)
        enough = is_enough(recognised(source.header))
        return redirect("trainings:import_rows" if enough else "trainings:import_columns", pk, source.pk)
    context = {
        **frame(sight, request),
        "form": form,
        "refusal": refusal,
        "sources": ParticipantImport.objects.of(request.user, pk).defer("header", "rows").order_by("-pk"),
        "expected": ExpectedParticipant.objects.filter(training=pk),
    }
    return render(request, "trainings/importing/upload.html", context)


def _kept(request: SignedIn, sight: Sight, form: FileForm) -> ParticipantImport:
    columns = recognised(form.headed.header)
    return ParticipantImport.objects.create(
        training=sight.training,
        user=request.user,
        file_name=form.cleaned_data["file"].name[-200:],
        header=form.headed.header,
        rows=form.headed.rows,
        hidden=sorted(form.table.hidden),
        sheet=form.table.sheet,
        columns={column.value: place for column, place in columns.items()},
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: SignedIn, pk: int, source_pk: int) -> HttpResponse:
    """Prefilled with what was understood. What was decided on single rows is forgotten with another reading."""
    sight, source = owned_or_404(request, pk, source_pk)
    if source.chosen:
        # What is carried out is not read otherwise any more.
        return redirect("trainings:import_result", pk, source.pk)
    form = ColumnsForm(request.POST if request.method == "POST" else None, source=source)
    if request.method == "POST" and form.is_valid():
        source.columns = {column.value: place for column, place in form.columns.items()}
        source.choices = {}
        source.save(update_fields=["columns", "choices"])
        return redirect("trainings:import_rows", pk, source.pk)
    return render(
        request, "trainings/importing/columns.html", {**frame(sight, request), "form": form, "source": source}
    )
