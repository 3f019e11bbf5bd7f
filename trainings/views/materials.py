"""Materials for participants: the list that trainers keep, and the files themselves."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.files.answers import finish_file
from trainings.forms.keys import sent_key
from trainings.forms.material import MaterialForm
from trainings.models import TrainingMaterial
from trainings.queries.access import Sight, trainers_sight_or_404
from trainings.queries.materials import material_or_404, shelves_of
from trainings.reading.materials import shown_shelves
from trainings.reading.words import named
from trainings.services.materials import move_material, put_material
from trainings.views.signed_in import SignedIn

_METHODS = ["GET", "HEAD", "POST"]


@login_required
@require_http_methods(_METHODS)
def materials(request: SignedIn, pk: int) -> HttpResponse:
    """All of them, with buttons that bring one up or down."""
    sight = trainers_sight_or_404(request.user, pk)
    if request.method == "POST":
        key, _dot, way = request.POST.get("move", "").partition(".")
        material = get_object_or_404(TrainingMaterial, pk=sent_key(key), training=pk)
        move_material(material=material, by=-1 if way == "up" else 1)
        return redirect("trainings:materials", pk)
    shelves = shelves_of({pk: sight.training}).get(pk, [])
    context = {**_frame(sight, request), "shelves": shown_shelves(shelves, sight.training)}
    return render(request, "trainings/materials/keep.html", context)


@login_required
@require_http_methods(_METHODS)
def add_material(request: SignedIn, pk: int) -> HttpResponse:
    sight = trainers_sight_or_404(request.user, pk)
    return _edit(request, sight, TrainingMaterial(training=sight.training))


@login_required
@require_http_methods(_METHODS)
def change_material(request: SignedIn, pk: int, material_pk: int) -> HttpResponse:
    sight = trainers_sight_or_404(request.user, pk)
    return _edit(request, sight, _own(pk, material_pk))


@login_required
@require_http_methods(_METHODS)
def remove_material(request: SignedIn, pk: int, material_pk: int) -> HttpResponse:
    """Asks once more: the file is gone afterwards."""
    sight = trainers_sight_or_404(request.user, pk)
    material = _own(pk, material_pk)
    if request.method == "POST":
        title = str(material)
        material.delete()
        messages.success(request, gettext("“%(title)s” is not among the materials any more.") % {"title": title})
        return redirect("trainings:materials", pk)
    return render(request, "trainings/materials/remove.html", {**_frame(sight, request), "material": material})


@login_required
@require_safe
def material_file(request: SignedIn, pk: int, material_pk: int) -> FileResponse:
    """The file, for those who may open it now. A link has no address here."""
    document = material_or_404(request.user, pk, material_pk).document
    if document is None:
        raise Http404
    try:
        file = document.file.open()
    except FileNotFoundError as error:
        # Taken away in this very moment.
        raise Http404 from error
    answer = FileResponse(file, as_attachment=True, filename=document.filename, content_type=document.content_type)
    finish_file(answer, public=False, seconds=0)
    return answer


def _edit(request: SignedIn, sight: Sight, material: TrainingMaterial) -> HttpResponse:
    posted = request.method == "POST"
    form = MaterialForm(request.POST if posted else None, request.FILES if posted else None, instance=material)
    if form.is_bound and form.is_valid():
        put_material(
            material=form.save(commit=False),
            file=form.cleaned_data.get("file"),
            language=form.cleaned_data.get("language") or "",
            by=request.user,
        )
        messages.success(request, gettext("“%(title)s” is among the materials now.") % {"title": str(material)})
        return redirect("trainings:materials", sight.training.pk)
    return render(
        request, "trainings/materials/form.html", {**_frame(sight, request), "form": form, "material": material}
    )


def _own(pk: int, material_pk: int) -> TrainingMaterial:
    return get_object_or_404(TrainingMaterial.objects.select_related("document"), pk=material_pk, training=pk)


def _frame(sight: Sight, request: HttpRequest) -> dict[str, Any]:
    return {
        "training": named(sight.training, request),
        "key": sight.training.pk,
        "has_sample": sight.training.is_sample,
    }
