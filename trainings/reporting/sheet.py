"""The report as a file for office programs. It is an exit: script, status footnote, no formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from portal.core.languages.reader import current_reader
from portal.core.spreadsheet_cells import as_cell
from portal.core.text_exit import finished, footnote
from trainings.reporting.counting import Numbers
from trainings.reporting.tables import Report, Row, fewer

WIDTHS = (30, 40, 12, 16, 18, 20, 16, 18, 18, 18)


def rows_of(report: Report, said: Sequence[tuple[str, str]]) -> Iterator[list[str | float]]:
    """Names of the columns, all together, each table, what was chosen, the footnote where one belongs.

    `said` is what was chosen, in words.
    """
    lang = current_reader().language.html_lang
    texts: list[str] = []

    def written(text: str, own: str = lang) -> str:
        texts.append(text)
        return as_cell(finished(text, own))

    yield [written(name) for name in (_("Table"), "", *columns(), *score_columns(), opinion_column())]
    yield [written(_("All together")), "", *(_cells(report.total) if report.total else [written(fewer())])]
    for table in report.tables:
        if table.rows is None:
            yield [written(table.title), written(_("Too few persons for a table"))]
        for row in table.rows or ():
            # What members wrote is not put into another script.
            label = written(row.label, "" if row.is_written else lang)
            numbers = _cells(row) if row.numbers else ["", written(hidden_words(row))]
            yield [written(table.title), label, *numbers]
    yield []
    for name, value in said:
        yield [written(name), written(value)]
    for table in report.tables:
        yield [written(table.title), written(table.note)]
    if note := footnote(texts, lang):
        yield [note]


def columns() -> tuple[str, ...]:
    """Each says what is counted once."""
    return (
        _("Trainings"),
        _("Persons (each once)"),
        _("Participations (each time)"),
        _("Hours (of all participants)"),
        _("Completed, in percent"),
    )


def hidden_words(row: Row) -> str:
    return fewer() if row.is_small else _("not shown")


def score_columns() -> tuple[str, str]:
    return _("Test before, in percent"), _("Test after, in percent")


def opinion_column() -> str:
    return _("What people think (1 to 5)")


def _cells(row: Row) -> list[str | float]:
    numbers = row.numbers or Numbers()
    counts = (numbers.trainings, numbers.persons, numbers.participations, numbers.hours, numbers.completion)
    means = (*(row.scores or (None, None)), row.opinion)
    return ["" if number is None else number for number in (*counts, *means)]
