"""Checking a certificate: for anybody, with its code. `/<language>/trainings/certificates/`."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.core.content_language.localized import nearest
from portal.core.languages.catalogue import html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import date_range, home_link, lang_beside
from portal.core.pages.places import place_url
from search.clients import seconds_to_wait
from trainings.certificates.checking import Checked, checked
from trainings.certificates.codes import shown_code

_TEMPLATE: Final = "trainings/certificates/check.html"


@never_cache
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """The form; with `code`, what it names."""
    typed = request.GET.get("code", "").strip()
    return _answer(request, typed) if typed else render(request, _TEMPLATE, _frame(request))


@never_cache
@require_safe
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """What a code names, as the address on the certificate has it."""
    return _answer(request, code)


def _answer(request: HttpRequest, typed: str) -> HttpResponse:
    """One answer to every code that names nothing, whatever is the matter with it."""
    context = {**_frame(request), "typed": typed[:100], "is_asked": True}
    if wait := seconds_to_wait("check-certificate", request):
        refused = render(request, _TEMPLATE, {**context, "is_too_often": True}, status=HTTPStatus.TOO_MANY_REQUESTS)
        refused.headers["Retry-After"] = str(wait)
        return refused
    found = checked(typed)
    if found is None:
        return render(request, _TEMPLATE, context, status=HTTPStatus.NOT_FOUND)
    return render(request, _TEMPLATE, {**context, **_shown(found)})


def _shown(found: Checked) -> dict[str, object]:
    one = found.certificate
    reader = current_reader().language
    code = nearest(tuple(one.titles), reader) or next(iter(one.titles))
    return {
        "found": found,
        "code": shown_code(one.code),
        "course": one.titles[code],
        "course_lang": lang_beside(html_lang_for_reader(code, reader)),
        "days": date_range(one.start, one.end),
    }


def _frame(request: HttpRequest) -> dict[str, object]:
    trail = [home_link(), {"label": _("Trainings"), "url": place_url(request, "trainings.trainingindexpage")}]
    return {"trail": [*trail, {"label": _("Check a certificate")}]}
