"""The addresses of the indicators: a page that can be printed, and the same as files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.core.pages.listing import home_link
from portal.core.pages.places import place_url
from portal.core.spreadsheet_files import XLSX, csv_file, xlsx_file
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.words import beneficiary_words
from trainings.reporting.filters import FilterForm, presets
from trainings.reporting.scope import Scope, scope_of
from trainings.reporting.sheet import WIDTHS, columns, hidden_words, opinion_column, rows_of, score_columns
from trainings.reporting.small_cells import FEWEST
from trainings.reporting.tables import Report, Row, Table, fewer, report
from trainings.views.signed_in import SignedIn


@never_cache
@login_required
@require_safe
def indicators(request: SignedIn) -> HttpResponse:
    """404 for whoever reads no indicators. What cannot be read of the address comes back as it was typed."""
    scope = _scope_or_404(request)
    form, today = FilterForm(request.GET), timezone.localdate()
    trainings = {"label": gettext("Trainings"), "url": place_url(request, "trainings.trainingindexpage")}
    context: dict[str, Any] = {
        "trail_items": [home_link(), trainings, {"label": gettext("Indicators")}],
        "form": form,
        "presets": presets(request.GET, today),
        "whose": _whose(scope),
        "fewest": FEWEST,
    }
    if form.is_valid():
        found = _report(scope, form, today)
        context |= {
            "report": found,
            "said": form.in_words(today),
            "fewer": fewer(),
            "tables": [_shown(table) for table in found.tables],
            "xlsx_url": reverse("trainings:indicators_xlsx") + form.address(),
            "csv_url": reverse("trainings:indicators_csv") + form.address(),
        }
    return render(request, "trainings/indicators.html", context)


@never_cache
@login_required
@require_safe
def indicators_xlsx(request: SignedIn) -> HttpResponse:
    return _file(request, "xlsx")


@never_cache
@login_required
@require_safe
def indicators_csv(request: SignedIn) -> HttpResponse:
    return _file(request, "csv")


def _file(request: SignedIn, suffix: str) -> HttpResponse:
    """Where the address makes no sense, the page says why."""
    scope = _scope_or_404(request)
    form, today = FilterForm(request.GET), timezone.localdate()
    if not form.is_valid():
        return redirect(reverse("trainings:indicators") + form.address())
    rows = rows_of(_report(scope, form, today), [*form.in_words(today), *_whose_in_rows(scope)])
    if suffix == "xlsx":
        answer = HttpResponse(xlsx_file(rows, title=gettext("Indicators"), widths=WIDTHS), content_type=XLSX)
    else:
        answer = HttpResponse(csv_file(rows), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="indicators.{suffix}"'
    return answer


def _report(scope: Scope, form: FilterForm, today: date) -> Report:
    with_opinions = scope.is_of_trainings and form.is_of_trainings
    return report(scope.condition & form.condition(today), with_opinions=with_opinions)


def _scope_or_404(request: SignedIn) -> Scope:
    scope = scope_of(request.user)
    if scope is None:
        raise Http404
    return scope


def _whose(scope: Scope) -> list[str]:
    """Whose numbers these are, in words; none when they are all."""
    if scope.is_all:
        return []
    words = alphabetical([one for one in beneficiary_words().values() if one.code in scope.beneficiaries], "name")
    own = [gettext("The trainings that you give")] if scope.own else []
    return own + [gettext("People of %(beneficiary)s") % {"beneficiary": word.name} for word in words]


def _whose_in_rows(scope: Scope) -> list[tuple[str, str]]:
    return [(gettext("Only"), one) for one in _whose(scope)]


def _shown(table: Table) -> dict[str, Any]:
    """A table with a bar for each row, as long as its persons are in comparison to the most in this table."""
    rows = table.rows or ()
    most = max((row.numbers.persons for row in rows if row.numbers), default=1)
    more = _more_columns(rows)
    return {
        "key": table.key,
        "title": table.title,
        "note": table.note,
        "is_closed": table.rows is None,
        "columns": columns(),
        "more": more,
        "rows": [
            {
                "label": row.label,
                "is_written": row.is_written,
                "numbers": row.numbers,
                "hidden": hidden_words(row),
                "length": round(100 * row.numbers.persons / most) if row.numbers else 0,
                "means": [{"column": name, "text": text(row)} for name, text in more],
            }
            for row in rows
        ],
    }


def _more_columns(rows: Sequence[Row]) -> list[tuple[str, Callable[[Row], str]]]:
    """Columns of means, those that some row has anything in."""
    before, after = score_columns()
    found: list[tuple[str, Callable[[Row], str]]] = []
    if any(row.scores for row in rows):
        found += [
            (before, lambda row: f"{row.scores[0]}\u00a0%" if row.scores else ""),
            (after, lambda row: f"{row.scores[1]}\u00a0%" if row.scores else ""),
        ]
    if any(row.opinion for row in rows):
        found.append((opinion_column(), lambda row: number_format(row.opinion, 1) if row.opinion else ""))
    return found
