"""What became of each row, for the page and for a file to keep. The file is an exit: script, footnote, no formulas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.core.languages.reader import current_reader
from portal.core.spreadsheet_cells import as_cell
from portal.core.text_exit import finished, footnote
from trainings.importing.fates import Row, rows_of
from trainings.models import ParticipantImport, Result


@dataclass(frozen=True, slots=True)
class ReportRow:
    """`result` is a code of `Result` or "left" for what was not carried out."""

    row: Row
    result: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    rows: list[ReportRow]
    #: So many rows are chosen and neither done nor beyond doing.
    waiting: int

    @property
    def counts(self) -> list[tuple[str, str, int]]:
        """Code, name and number of each result that there is."""
        named = [*((result.value, str(result.label)) for result in Result), ("left", _("Left out"))]
        found = ((code, label, sum(one.result == code for one in self.rows)) for code, label in named)
        return [(code, label, count) for code, label, count in found if count]


def report_of(source: ParticipantImport) -> Report:
    done = {one.number: one for one in source.carried_out.all()}
    chosen = set(source.chosen)
    rows, waiting = [], 0
    for row in rows_of(source):
        if (one := done.get(row.number)) is not None:
            rows.append(ReportRow(row, one.result, one.get_result_display(), one.reason))
            continue
        waiting += row.number in chosen and (row.enrols or row.invites)
        rows.append(ReportRow(row, "left", _("Left out"), why_left(row)))
    return Report(rows, waiting)


def why_left(row: Row) -> str:
    """Why nothing was done about a row, in the active language."""
    if row.is_open:
        return _("Nobody has decided whether it is the same person.")
    if row.reason:
        return row.reason
    if row.like is not None and not row.invites:
        return _("The same person as in row %(number)s.") % {"number": row.like}
    return _("Not chosen.") if row.enrols or row.invites else str(row.fate.label)


def report_rows(source: ParticipantImport) -> Iterator[list[str]]:
    """Names of the columns, a row for each person, and the status footnote where one belongs."""
    lang = current_reader().language.html_lang
    names = (_("Row"), _("Name"), _("E-mail"), _("Institution"), _("Result"), _("Reason"))
    yield [as_cell(finished(name, lang)) for name in names]
    mentioning: list[str] = []
    for one in report_of(source).rows:
        person = one.row.person
        # As it stands in the file: names are not put into another script.
        own, ours = [person.name, one.row.email or person.email, person.institution], [one.label, one.reason]
        mentioning += [*own, *ours]
        texts = [*(finished(text, "") for text in own), *(finished(text, lang) for text in ours)]
        yield [str(one.row.number), *map(as_cell, texts)]
    if note := footnote(mentioning, lang):
        yield [note]
