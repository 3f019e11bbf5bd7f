"""The list of participants as a file for office programs. It is an exit: script, status footnote, no formulas."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from portal.core.languages.reader import current_reader
from portal.core.spreadsheet_cells import as_cell
from portal.core.spreadsheet_files import XLSX, csv_file, xlsx_file
from portal.core.text_exit import finished, footnote
from trainings.queries.access import Sight, sight_or_404
from trainings.queries.participants import participants
from trainings.views.signed_in import SignedIn


@login_required
@require_safe
def participants_csv(request: SignedIn, pk: int) -> HttpResponse:
    return _answer(csv_file(_rows(sight_or_404(request.user, pk))), "text/csv; charset=utf-8", "csv")


@login_required
@require_safe
def participants_xlsx(request: SignedIn, pk: int) -> HttpResponse:
    rows = _rows(sight_or_404(request.user, pk))
    return _answer(xlsx_file(rows, title=gettext("Participants")), XLSX, "xlsx")


def _rows(sight: Sight) -> Iterator[list[str]]:
    """Names of the columns, a row for each person, and the status footnote where one belongs."""
    lang = current_reader().language.html_lang
    names = (
        gettext("Surname"),
        gettext("First name"),
        gettext("E-mail"),
        gettext("Position"),
        gettext("Institution"),
        gettext("Beneficiary"),
        gettext("State"),
        gettext("Attendance in percent"),
    )
    yield [as_cell(finished(name, lang)) for name in names]
    mentioning: list[str] = []
    for one in participants(sight):
        member, enrolment = one.enrolment.member, one.enrolment
        # As the person writes it: names are not put into another script.
        own = [member.user.last_name, member.user.first_name, member.user.email, member.position]
        ours = [
            str(enrolment.institution or member.institution_name),
            str(enrolment.beneficiary or ""),
            enrolment.get_state_display(),
        ]
        mentioning += [*own, *ours]
        texts = [*(finished(text, "") for text in own), *(finished(text, lang) for text in ours)]
        yield [*map(as_cell, texts), "" if one.attended is None else str(one.attended)]
    if note := footnote(mentioning, lang):
        yield [note]


def _answer(body: bytes, content_type: str, suffix: str) -> HttpResponse:
    answer = HttpResponse(body, content_type=content_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="participants.{suffix}"'
    return answer
