"""What became of a list."""

from __future__ import annotations

from typing import Final

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.spreadsheet_files import XLSX, xlsx_file
from portal.members.views.paging import page_of
from trainings.importing.carrying import go_on
from trainings.importing.report import report_of, report_rows
from trainings.importing.views.owned import frame, owned_or_404
from trainings.views.signed_in import SignedIn

_ON_A_PAGE: Final = 200
_WIDTHS: Final = (8, 30, 34, 34, 22, 60)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def result(request: SignedIn, pk: int, source_pk: int) -> HttpResponse:
    """How far it is, and each row. POST goes on where something broke off."""
    sight, source = owned_or_404(request, pk, source_pk)
    if not source.chosen:
        return redirect("trainings:import_rows", pk, source.pk)
    if request.method == "POST":
        go_on(source)
        return redirect("trainings:import_result", pk, source.pk)
    report = report_of(source)
    wanted = request.GET.get("result", "")
    there = [one for one in report.rows if not wanted or one.result == wanted]
    page, links = page_of(request, there, _ON_A_PAGE)
    done = sum(one.result != "left" for one in report.rows)
    context = {
        **frame(sight, request),
        "source": source,
        "report": report,
        "wanted": wanted,
        "rows": page.object_list,
        "page": links,
        "done": done,
        "all": done + report.waiting,
        "is_open": any(one.row.is_open for one in report.rows),
        "broke_off": bool(report.waiting) and not source.is_going_on,
    }
    answer = render(request, "trainings/importing/result.html", context)
    if report.waiting and source.is_going_on:
        answer.headers["Refresh"] = "4"
    return answer


@login_required
@require_safe
def report_file(request: SignedIn, pk: int, source_pk: int) -> HttpResponse:
    """The report as a file for office programs."""
    _sight, source = owned_or_404(request, pk, source_pk)
    book = xlsx_file(report_rows(source), title=gettext("Result"), widths=_WIDTHS)
    answer = HttpResponse(book, content_type=XLSX)
    answer.headers["Content-Disposition"] = 'attachment; filename="enrolled.xlsx"'
    return answer
