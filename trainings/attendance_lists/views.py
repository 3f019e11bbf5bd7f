"""Uploading who was there, looking at what will become of each row, writing it; and a list to fill in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.languages.reader import current_reader
from portal.core.spreadsheet_cells import as_cell
from portal.core.spreadsheet_files import XLSX, xlsx_file
from portal.core.text_exit import finished, footnote
from trainings.attendance_lists.fates import Fate, Row, marks_of, rows_of
from trainings.attendance_lists.forms import ListForm, PlacesOfListForm
from trainings.attendance_lists.listing import Listing, given_back, kept
from trainings.attendance_lists.report import WIDTHS as REPORT_WIDTHS
from trainings.attendance_lists.report import kept_report, report_cells, report_given_back
from trainings.importing.words import refusal_text
from trainings.models import AttendanceSource, TrainingSession
from trainings.queries.access import Sight, trainers_sight_or_404
from trainings.queries.participants import attendants, present_in
from trainings.reading.words import named
from trainings.rules.attendance import why_settled
from trainings.rules.refusal import Refused
from trainings.services.attending import mark_attendance
from trainings.views.signed_in import SignedIn

#: Of components/badge.html.
_BADGES: Final = {
    Fate.PRESENT: "ok",
    Fate.ABSENT: "ok",
    Fate.LIKELY: "sample",
    Fate.NOBODY: "bad",
    Fate.ERROR: "bad",
}
#: What is said of rows once they are written.
_DONE: Final = {Fate.PRESENT: gettext_lazy("Marked as present"), Fate.ABSENT: gettext_lazy("Marked as absent")}
_WIDTHS: Final = (24, 20, 34, 16)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def attendance_list(request: SignedIn, pk: int, session_pk: int) -> HttpResponse:
    """The form for a file; sent, which column is what where that was not understood, then what will become of each
    row; confirmed, what became of it, as a file too.

    The rows travel with the form, signed: nothing of the file is stored. Confirmed twice, nothing more changes.
    """
    sight, session = _session_or_404(request, pk, session_pk)
    if "report" in request.POST:
        return _report(request, sight, session)
    settled = why_settled(session)
    if settled or request.method != "POST":
        return _page(request, sight, session, form=ListForm(), settled=settled)
    if "lines" in request.POST:
        listing = given_back(request.POST["lines"], [request.user.pk, session.pk])
        if listing is None:
            return _too_old(request, sight, session)
        return _gone_on(request, sight, session, listing)
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, sight, session, form=form)
    if form.listing.is_understood:
        return _looked_at(request, sight, session, form.listing, set())
    return _asked_for_places(request, sight, session, form.listing)


def _gone_on(request: SignedIn, sight: Sight, session: TrainingSession, listing: Listing) -> HttpResponse:
    wanted = request.POST.get("do", "")
    if wanted == "columns":
        return _asked_for_places(request, sight, session, listing)
    if wanted == "places":
        asking = PlacesOfListForm(request.POST, listing=listing)
        if not asking.is_valid():
            return _asked_for_places(request, sight, session, listing, asking)
        return _looked_at(request, sight, session, replace(listing, places=asking.places), set())
    if not listing.is_understood:
        return _asked_for_places(request, sight, session, listing)
    return _decided(request, sight, session, listing)


def _asked_for_places(
    request: SignedIn,
    sight: Sight,
    session: TrainingSession,
    listing: Listing,
    asking: PlacesOfListForm | None = None,
) -> HttpResponse:
    carried = kept(listing, [request.user.pk, session.pk])
    if not carried:
        form = ListForm()
        messages.error(
            request,
            gettext(
                "The columns were not understood. Name them “E-mail” or “Name”, and “Attendance”, as in the list "
                "that you can download here."
            ),
        )
        return _page(request, sight, session, form=form)
    places = asking or PlacesOfListForm(listing=listing)
    return _page(request, sight, session, file=listing.file, carried=carried, places=places)


def _looked_at(
    request: SignedIn, sight: Sight, session: TrainingSession, listing: Listing, same: set[int]
) -> HttpResponse:
    rows = rows_of(listing.lines(), same, sight, session)
    carried = kept(listing, [request.user.pk, session.pk])
    if not carried:
        messages.error(request, refusal_text("size"))
        return _page(request, sight, session, form=ListForm())
    return _page(request, sight, session, file=listing.file, carried=carried, **_shown(rows, same, is_written=False))


def _decided(request: SignedIn, sight: Sight, session: TrainingSession, listing: Listing) -> HttpResponse:
    lines = listing.lines()
    same = {line.number for line in lines if request.POST.get(f"choice-{line.number}") == "same"}
    if request.POST.get("do") != "write":
        return _looked_at(request, sight, session, listing, same)
    rows = rows_of(lines, same, sight, session)
    try:
        mark_attendance(
            session=session,
            marks=marks_of(rows, session, timezone.now()),
            by=request.user,
            source=AttendanceSource.LIST,
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _looked_at(request, sight, session, listing, same)
    messages.success(request, gettext("Attendance is saved."))
    shown = _shown(rows, same, is_written=True)
    report = kept_report(
        (
            (str(cells.number), cells.name or one["row"].participant, cells.email, cells.said, one["label"], reason)
            for one in shown["rows"]
            for cells, reason in [(one["row"].cells, one["row"].reason)]
        ),
        [request.user.pk, session.pk],
    )
    return _page(request, sight, session, file=listing.file, report=report, **shown)


def _report(request: SignedIn, sight: Sight, session: TrainingSession) -> HttpResponse:
    rows = report_given_back(request.POST["report"], [request.user.pk, session.pk])
    if rows is None:
        return _too_old(request, sight, session)
    answer = HttpResponse(
        xlsx_file(report_cells(rows), title=gettext("Result"), widths=REPORT_WIDTHS), content_type=XLSX
    )
    answer.headers["Content-Disposition"] = 'attachment; filename="attendance-report.xlsx"'
    return answer


def _too_old(request: SignedIn, sight: Sight, session: TrainingSession) -> HttpResponse:
    messages.error(request, gettext("These rows are too old. Choose the file again."))
    return _page(request, sight, session, form=ListForm())


def _shown(rows: list[Row], same: set[int], *, is_written: bool) -> dict[str, Any]:
    counts = Counter(row.fate for row in rows)
    labels = {fate: str(_DONE.get(fate, fate.label) if is_written else fate.label) for fate in counts}
    return {
        "rows": [
            {
                "row": row,
                "label": labels[row.fate],
                "badge": _BADGES.get(row.fate, "plain"),
                "is_same": row.cells.number in same,
            }
            for row in rows
        ],
        "counts": [(labels[fate], counts[fate]) for fate in Fate if counts[fate]],
        "is_written": is_written,
        "writing": sum(row.is_written for row in rows),
        "is_open": Fate.LIKELY in counts,
    }


def _page(request: SignedIn, sight: Sight, session: TrainingSession, **context: Any) -> HttpResponse:
    frame = {
        "training": named(sight.training, request),
        "key": sight.training.pk,
        "session": session,
        "has_sample": sight.training.is_sample,
    }
    return render(request, "trainings/attendance_lists/list.html", {**frame, **context})


@login_required
@require_safe
def list_to_fill_in(request: SignedIn, pk: int, session_pk: int) -> HttpResponse:
    """Everybody who has a seat, with who is marked as present already; it can be uploaded again."""
    sight, session = _session_or_404(request, pk, session_pk)
    book = xlsx_file(_cells(sight, session), title=gettext("Attendance"), widths=_WIDTHS)
    answer = HttpResponse(book, content_type=XLSX)
    answer.headers["Content-Disposition"] = 'attachment; filename="attendance.xlsx"'
    return answer


def _cells(sight: Sight, session: TrainingSession) -> Iterator[list[str]]:
    lang = current_reader().language.html_lang
    names = (gettext("Surname"), gettext("First name"), gettext("E-mail"), gettext("Attendance"))
    yield [as_cell(finished(name, lang)) for name in names]
    present, yes = present_in(session), finished(gettext("Yes"), lang)
    mentioning: list[str] = []
    for one in attendants(sight):
        member = one.enrolment.member
        # As the person writes it: names are not put into another script.
        own = [member.user.last_name, member.user.first_name, member.user.email]
        mentioning += own
        yield [*(as_cell(finished(text, "")) for text in own), yes if one.enrolment.pk in present else ""]
    if note := footnote(mentioning, lang):
        yield [note]


def _session_or_404(request: SignedIn, pk: int, session_pk: int) -> tuple[Sight, TrainingSession]:
    sight = trainers_sight_or_404(request.user, pk)
    session = get_object_or_404(TrainingSession, pk=session_pk, training=pk)
    session.training = sight.training
    return sight, session
