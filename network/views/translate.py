"""A record in another language, written beside its source by translators."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from network.models import Meeting, RecordTranslation
from network.queries.meetings import items_of
from network.reading.meetings import group_line
from network.rules.amendments import seen
from network.rules.names import Found
from network.translating.form import TranslationForm
from network.translating.saving import save_translation
from network.translating.units import Unit, state_of_record, units_of
from network.translating.waiting import translatable
from network.views.refusal import refused
from portal.core.content_language.readiness import State
from portal.core.difference import differences
from portal.core.editing.access import may_translate
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.pages.listing import date_range, home_link, lang_beside


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def translate_meeting(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """What is sent is kept, ready or not; what cannot be kept comes back as it was typed."""
    if code not in CONTENT_CODES or not may_translate(request.user, code):
        raise Http404
    meeting = translatable(request.user).filter(pk=pk).exclude(language=code).first()
    if meeting is None:
        if request.method == "POST":
            return refused(request, _("This record is not there to be translated any more."))
        raise Http404
    units = units_of(meeting, items_of(meeting), code)
    form = TranslationForm(
        request.POST if request.method == "POST" else None, units=units, lang=BY_CODE[code].html_lang
    )
    if request.method == "POST" and form.is_valid():
        is_ready = request.POST.get("do") == "ready"
        # What was not on the form that was sent is nobody's empty text.
        values = {name: value for name, value in form.cleaned_data.items() if name in request.POST}
        saved = save_translation(
            meeting=meeting,
            code=code,
            user=request.user,
            values=values,
            is_ready=is_ready,
            names_confirmed=request.POST.get("names_confirmed") == "on",
        )
        if saved.others:
            form = _seen_again(form, saved.others)
        elif saved.names:
            return _names_found(request, pk, code, saved.names)
        else:
            _say(request, saved.state, is_ready)
            if saved.state == State.READY:
                return redirect("network:meeting", pk)
            return redirect("network:translate_meeting", pk, code)
    return render(request, "network/meeting_translate.html", _context(request, meeting, units, code, form))


def _names_found(request: HttpRequest, pk: int, code: str, names: list[Found]) -> HttpResponse:
    """All is saved, and the form is as it is now. Whose names they are is not said: translators need not know."""
    meeting = translatable(request.user).get(pk=pk)
    units = units_of(meeting, items_of(meeting), code)
    form = TranslationForm(units=units, lang=BY_CODE[code].html_lang)
    places = list({(one.place, one.anchor, one.around): one for one in names}.values())
    context = _context(request, meeting, units, code, form) | {"names": places}
    return render(request, "network/meeting_translate.html", context)


def _say(request: HttpRequest, state: State, is_ready: bool) -> None:
    if state == State.READY:
        messages.success(request, _("The record can be read in this language now."))
    elif is_ready:
        messages.warning(request, _("Saved, but not ready: texts are missing, or were changed meanwhile."))
    else:
        messages.success(request, _("Saved. Readers get it when you mark it as ready."))


def _seen_again(form: Any, others: dict[str, str]) -> Any:
    """The translator's texts beside those of somebody else: what is sent next answers to these."""
    form.data = form.data.copy()
    for name, text in others.items():
        form.data[f"{name}-base"] = seen(text)
        said = _("Somebody else wrote this meanwhile; yours is not saved yet. Theirs: %(text)s")
        form.add_error(name, said % {"text": text})
    return form


def _context(request: HttpRequest, meeting: Meeting, units: list[Unit], code: str, form: Any) -> dict[str, Any]:
    row = RecordTranslation.objects.filter(meeting=meeting, language=code).first()
    kept = row.source if row is not None else {}
    title = getattr(meeting, f"title_{meeting.language}") or meeting.citation
    source_lang = lang_beside(BY_CODE[meeting.language].html_lang)
    return {
        "meeting": meeting,
        "title": title,
        "days": date_range(meeting.start, meeting.end),
        "group": group_line(meeting.group, request),
        "source": BY_CODE[meeting.language],
        "source_lang": source_lang,
        "target": BY_CODE[code],
        "state": state_of_record(meeting, units, code, row),
        "form": form,
        "rows": [
            {
                "text": unit.source,
                "field": form[unit.name],
                "hidden": [form[f"{unit.name}-saw"], form[f"{unit.name}-base"]],
                # Of what was translated already, what the source says otherwise now.
                "parts": differences(kept[unit.name], unit.source)
                if unit.name in kept and kept[unit.name] != unit.source
                else [],
            }
            for unit in units
        ],
        "trail_items": [
            home_link(),
            {
                "label": title,
                "url": reverse("network:meeting", args=[meeting.pk]),
                "lang": source_lang,
            },
            {"label": _("Translate the record")},
        ],
    }
