"""The rows of a list with what will become of each; nothing is written before somebody says so."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from portal.core.languages.reader import current_reader
from portal.members.views.paging import page_of
from trainings.importing.carrying import confirm
from trainings.importing.columns import Column, is_enough
from trainings.importing.fates import Choice, Fate, Row, rows_of
from trainings.importing.shown import filters, notes, shown_rows
from trainings.importing.views.owned import frame, owned_or_404, why_not
from trainings.models import ParticipantImport
from trainings.queries.trainings import seats_of
from trainings.reading.words import places_left
from trainings.views.signed_in import SignedIn

#: A list of a ministry is on one page.
_ON_A_PAGE: Final = 200


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def rows(request: SignedIn, pk: int, source_pk: int) -> HttpResponse:
    sight, source = owned_or_404(request, pk, source_pk)
    if not is_enough(Column(name) for name in source.columns):
        return redirect("trainings:import_columns", pk, source.pk)
    if request.method == "POST":
        return _decide(request, source)
    found = rows_of(source)
    wanted = request.GET.get("fate", "")
    chips = filters(found, wanted)
    if not any(chip["on"] for chip in chips):
        wanted = ""
    there = [row for row in found if _fits(row, wanted)]
    page, links = page_of(request, there, _ON_A_PAGE)
    seats = seats_of([sight.training]).get(pk)
    enrolling, inviting = sum(row.enrols for row in found), sum(row.invites for row in found)
    context = {
        **frame(sight, request),
        "source": source,
        "count": len(found),
        "chips": chips,
        "wanted": wanted,
        "rows": shown_rows(page.object_list),
        "page": links,
        "notes": notes(source, found, seats.free if seats else 0),
        "places_left": places_left(seats),
        "enrolling": enrolling,
        "inviting": inviting,
        "doing": enrolling + inviting,
        "can_keep": any(row.fate == Fate.LIKELY for row in page.object_list),
        "refusal": why_not(sight.training),
    }
    return render(request, "trainings/importing/rows.html", context)


def _fits(row: Row, wanted: str) -> bool:
    return wanted in {"", row.fate.value} or (wanted == "mended" and bool(row.mended))


def _decide(request: SignedIn, source: ParticipantImport) -> HttpResponse:
    """Keeps what is said of single rows in any case; then carries out all rows, those that are ticked, or none."""
    source.choices = {**source.choices, **_choices(request, source)}
    source.save(update_fields=["choices"])
    back = f"{request.path}?{request.GET.urlencode()}" if request.GET else request.path
    wanted = request.POST.get("do", "")
    if wanted not in {"all", "ticked"}:
        messages.success(request, gettext("Your choices are kept."))
        return redirect(back)
    if refusal := why_not(source.training):
        messages.error(request, refusal)
        return redirect(back)
    ticked = set(request.POST.getlist("row"))
    doing = [row for row in rows_of(source) if row.enrols or row.invites]
    numbers = [row.number for row in doing if wanted == "all" or str(row.number) in ticked]
    if not numbers:
        messages.error(request, gettext("None of these rows can be carried out: nobody is enrolled or invited."))
        return redirect(back)
    confirm(source=source, numbers=numbers, language=current_reader().language.code)
    return redirect("trainings:import_result", source.training_id, source.pk)


def _choices(request: SignedIn, source: ParticipantImport) -> dict[str, Any]:
    """By number of the row."""
    numbers = {str(number) for number, _cells in source.rows}
    said = {name.removeprefix("choice-"): value for name, value in request.POST.items() if name.startswith("choice-")}
    return {number: value for number, value in said.items() if number in numbers and value in set(Choice)}
