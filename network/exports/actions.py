"""Action points as a spreadsheet: the exit for its rows."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.models import Outcome
from network.reading.actions import group_title, text_of
from network.reading.people import person
from portal.core.languages.reader import current_reader
from portal.core.spreadsheet_cells import as_cell
from portal.core.spreadsheet_files import xlsx_file
from portal.core.text_exit import finished, footnote

_WIDTHS = (36, 12, 8, 60, 36, 16, 14)


def actions_workbook(actions: Iterable[Outcome]) -> bytes:
    """A row for each, for people of the group: with the names of owners. Status footnote where one belongs."""
    return xlsx_file(_rows(actions), title=_("Action points"), widths=_WIDTHS)


def _rows(actions: Iterable[Outcome]) -> Iterable[list[str]]:
    lang = current_reader().language.html_lang
    yield [
        _("Working group"),
        _("Meeting"),
        _("No."),
        _("Action point"),
        _("Responsible"),
        _("Due"),
        pgettext("of an action point", "Status"),
    ]
    said: list[str] = []
    for action in actions:
        meeting = action.item.meeting
        text, _text_lang = text_of(action)
        row = [
            group_title(meeting.group)[0],
            meeting.citation,
            action.code,
            text,
            person(action.responsible, action.responsible_name, internal=True),
            date_format(action.due, "DATE_FORMAT") if action.due else "",
            str(action.get_status_display()),
        ]
        said += row
        yield [as_cell(finished(cell, lang)) for cell in row]
    if note := footnote(said, lang):
        yield [note]
