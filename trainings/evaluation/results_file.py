"""The results as rows of a file for office programs. It is an exit: script, status footnote, no formulas."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from portal.core.languages.reader import current_reader
from portal.core.spreadsheet_cells import as_cell
from portal.core.text_exit import finished, footnote
from trainings.evaluation.results import FormResult, QuestionResult, Results


def result_rows(results: Results) -> Iterator[list[str]]:
    """Names of the columns, a row for each option, text, mean and score, and the status footnote where one belongs."""
    lang = current_reader().language.html_lang
    names = (_("Form"), _("Question"), _("Answer"), _("Number"), _("Percent"), _("Attempts"))
    yield [as_cell(finished(name, lang)) for name in names]
    mentioning: list[str] = []
    for row, own in _rows(results):
        mentioning += row
        # In the last place of a text: what somebody wrote, or their name, which are not put into another script.
        yield [as_cell(finished(text, "" if own and place == 2 else lang)) for place, text in enumerate(row)]
    if note := footnote(mentioning, lang):
        yield [note]


def _rows(results: Results) -> Iterator[tuple[list[str], bool]]:
    """Each row, and whether its answer is somebody's own words."""
    for form in results.forms:
        yield [form.title, _("Answered"), "", str(form.answered), ""], False
        if form.is_hidden:
            continue
        if form.mean_percent is not None:
            yield [form.title, _("Mean of the points"), "", "", str(form.mean_percent)], False
        for question in form.questions:
            yield from _of_question(form, question)
    for score in results.scores:
        for sheet in (score.before, score.after):
            if sheet is not None:
                titles = {form.form.pk: form.title for form in results.forms}
                points = f"{sheet.points}/{sheet.out_of}"
                row = [titles[sheet.form_id], _("Points"), str(score.enrolment.member), points, str(sheet.percent)]
                yield [*row, str(sheet.attempts)], True


def _of_question(form: FormResult, question: QuestionResult) -> Iterator[tuple[list[str], bool]]:
    if question.is_hidden:
        return
    for bar in question.bars:
        yield [form.title, question.text, bar.label, str(bar.count), str(bar.percent)], False
    if question.mean is not None:
        yield [form.title, question.text, _("Mean"), f"{question.mean:.2f}", ""], False
    for name, text in question.texts:
        yield [form.title, question.text, f"{name}: {text}" if name else text, "", ""], True
