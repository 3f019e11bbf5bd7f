"""The addresses of preconditions. Everybody reads them; focal points report for their beneficiary, editors for all."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from network.models import Precondition, PreconditionReport
from network.preconditions.forms import ReportForm
from network.preconditions.sheet import workbook_file
from network.queries.preconditions import beneficiaries_in_order, history, matrix
from network.reading.preconditions import matrix_rows, report_shown
from network.rules.preconditions import reports_for
from network.services.preconditions import report
from portal.core.made_files import made_file
from portal.core.pages.listing import home_link
from portal.core.spreadsheet_files import XLSX
from portal.vocabulary.models import Beneficiary


@require_safe
def preconditions(request: HttpRequest) -> HttpResponse:
    context = {
        "trail_items": [home_link()],
        "columns": beneficiaries_in_order(),
        "rows": matrix_rows(matrix()),
    }
    return render(request, "network/preconditions/matrix.html", context)


@require_safe
def preconditions_xlsx(request: HttpRequest) -> HttpResponse:
    response = made_file(workbook_file(matrix()), XLSX, request, is_public=True)
    response.headers["Content-Disposition"] = 'attachment; filename="preconditions.xlsx"'
    return response


@require_safe
def precondition(request: HttpRequest, key: str, slug: str) -> HttpResponse:
    """What one beneficiary reported on one need, now and before."""
    found, beneficiary = _named(key, slug)
    return render(request, "network/preconditions/report.html", _context(found, beneficiary, request))


@require_http_methods(["GET", "HEAD", "POST"])
def report_precondition(request: HttpRequest, key: str, slug: str) -> HttpResponse:
    """404 for whoever does not report for this beneficiary."""
    found, beneficiary = _named(key, slug)
    if not reports_for(request.user, beneficiary.code):
        raise Http404
    current = PreconditionReport.objects.current().filter(precondition=found, beneficiary=beneficiary).first()
    posted = request.POST if request.method == "POST" else None
    seen = current.pk if current else None
    form = ReportForm(posted, instance=_copy(current), initial={"seen": seen})
    if form.is_bound and form.is_valid():
        try:
            report(
                precondition=found,
                beneficiary=beneficiary,
                values=form.values,
                made_by=request.user,
                seen=form.cleaned_data["seen"],
            )
        except ValidationError as refusal:
            # Whoever saves again has seen it.
            again = request.POST.copy()
            again["seen"] = str(seen or "")
            form.data = again
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The report is saved."))
            return redirect(reverse("network:precondition", args=[key, slug]))
    context = _context(found, beneficiary, request) | {"form": form}
    return render(request, "network/preconditions/report_form.html", context)


def _named(key: str, slug: str) -> tuple[Precondition, Beneficiary]:
    return get_object_or_404(Precondition, key=key), get_object_or_404(Beneficiary, slug=slug)


def _copy(current: PreconditionReport | None) -> PreconditionReport:
    """A new row to be filled in, which begins with what is reported now."""
    if current is None:
        return PreconditionReport()
    names = ("state", "evidence", "language", "owner_id", "as_of")
    return PreconditionReport(**{name: getattr(current, name) for name in names})


def _context(found: Precondition, beneficiary: Beneficiary, request: HttpRequest) -> dict[str, Any]:
    reports = [report_shown(one) for one in history(found, beneficiary.pk)]
    current = [one for one in reports if one["is_current"]]
    address = reverse("network:preconditions")
    return {
        "trail_items": [home_link(), {"label": _("Preconditions of co-operation"), "url": address}],
        "precondition": found,
        "beneficiary": beneficiary,
        "current": current[0] if current else None,
        "earlier": [one for one in reports if not one["is_current"]],
        "matrix_url": address,
        "report_url": reverse("network:precondition", args=[found.key, beneficiary.slug]),
        "change_url": reverse("network:report_precondition", args=[found.key, beneficiary.slug])
        if reports_for(request.user, beneficiary.code)
        else "",
    }
