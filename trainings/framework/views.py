"""The addresses of the framework: a page and a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.core.languages.reader import current_reader
from portal.core.made_files import made_file
from portal.core.pages.listing import home_link
from portal.core.pages.places import place_url
from portal.core.spreadsheet_cells import as_cell
from portal.core.spreadsheet_files import XLSX, xlsx_file
from portal.core.text_exit import finished, footnote
from trainings.framework.matrix import Matrix, matrix
from trainings.reporting.tables import fewer


@require_safe
def framework(request: HttpRequest) -> HttpResponse:
    found = matrix(request)
    trainings = {"label": _("Trainings"), "url": place_url(request, "trainings.trainingindexpage")}
    context = {
        "trail_items": [home_link(), trainings, {"label": _("Training framework")}],
        "matrix": found,
        "rows": [{"row": row, "needed": list(zip(found.roles, row.needed, strict=True))} for row in found.rows],
        "fewer": fewer(),
        "persons_label": _persons_label(found),
        "has_sample": any(row.competence.is_sample for row in found.rows),
    }
    return render(request, "trainings/framework.html", context)


@require_safe
def framework_xlsx(request: HttpRequest) -> HttpResponse:
    found = matrix(request)
    widths = (36, 20, 60, *(14 for _role in found.roles), 40, 14)
    response = made_file(xlsx_file(_lines(found), widths=widths), XLSX, request, is_public=True)
    response.headers["Content-Disposition"] = 'attachment; filename="training-framework.xlsx"'
    return response


def _lines(found: Matrix) -> Iterator[list[str | float]]:
    lang = current_reader().language.html_lang
    texts: list[str] = []

    def written(text: str, own: str = lang) -> str:
        texts.append(text)
        return as_cell(finished(text, own or lang))

    names = [_("Competence"), _("Area"), _("Description"), *(role.label for role in found.roles), _("Courses")]
    if found.counts_people:
        names.append(_persons_label(found))
    yield [written(name) for name in names]
    for row in found.rows:
        one = row.competence
        line: list[str | float] = [written(one.name), written(one.get_area_display()), written(one.description)]
        line += [written(_("needed")) if needed else "" for needed in row.needed]
        line.append("; ".join(written(course["title"], course["title_lang"]) for course in row.courses))
        if found.counts_people:
            line.append("" if row.persons is None else written(fewer()) if row.is_few else row.persons)
        yield line
    if note := footnote(texts, lang):
        yield [note]


def _persons_label(found: Matrix) -> str:
    if found.own_institution:
        return _("Persons of your institution who completed one")
    return _("Persons who completed one")
