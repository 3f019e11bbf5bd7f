"""The page with both languages, and what its form and its script send."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.forms import Media
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from portal.core.content_language.readiness import State
from portal.core.languages.catalogue import BY_CODE
from portal.desk.machine import MachineError, machine
from portal.desk.translating import drafts, finishing
from portal.desk.translating.fields import form_value, shown, written_texts
from portal.desk.translating.forms import DecisionsForm
from portal.desk.translating.place import Place, find_place, translated_codes
from portal.desk.translating.rows import done, gone_texts, latin_of, rows_of
from portal.desk.translating.saving import Outcome, Result, Status, Written, mark_of, save_texts
from portal.desk.translating.terms import agreed_terms
from portal.desk.units.page import leftovers, units_of
from portal.desk.units.unit import fingerprint
from search.lexicon.glossary import current_glossary

_JSON: Final = "application/json"


class TranslateView(WagtailAdminTemplateMixin, View):
    """Texts that the script sends while one writes are answered as JSON; the buttons work without it."""

    template_name = "desk/translating/view.html"
    header_icon = "globe"

    def dispatch(self, request: HttpRequest, *args: Any, page_id: int, code: str, **kwargs: Any) -> HttpResponseBase:
        self.place = find_place(page_id, code, request.user)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest) -> HttpResponse:
        units = {unit.key: unit for unit in units_of(self.place.page, self.place.code)}
        written = written_texts(request.POST, units)
        is_script = request.headers.get("Accept") == _JSON
        form = DecisionsForm(self.place, request.POST)
        outcome = save_texts(
            page_id=self.place.page.pk,
            code=self.place.code,
            user=request.user,
            written=written,
            decisions=None if is_script else form.decisions(),
        )
        self.place = outcome.place
        if is_script:
            return JsonResponse(_told(outcome))
        if not outcome.all_saved:
            self._say_what_is_not_saved(outcome)
            return self.render_to_response(self.get_context_data(form=form, written=written, results=outcome.results))
        self._go_on(request.POST.get("do", ""))
        return redirect(request.path)

    def _go_on(self, wanted: str) -> None:
        """What a button asks for besides saving."""
        what, _colon, name = wanted.partition(":")
        if what == "begin" and name in drafts.near_codes(self.place):
            self._say_drafted(drafts.begin_from(self.place, name))
        elif what == "machine" and machine():
            try:
                self._say_drafted(drafts.begin_by_machine(self.place, name))
            except MachineError:
                messages.error(
                    self.request,
                    gettext("No draft was made: the machine did not answer as it should. Try again later."),
                )
        elif what == "submit" and finishing.may_submit(self.place):
            finishing.submit(self.place)
            messages.success(self.request, gettext("Saved, and submitted to those who approve it."))
        elif what == "publish" and finishing.may_publish(self.place):
            if missing := finishing.publish(self.place):
                told = gettext("Saved, but not published. Still missing: %(parts)s") % {"parts": ", ".join(missing)}
                messages.error(self.request, told)
            else:
                messages.success(self.request, gettext("Saved and published."))
        else:
            messages.success(self.request, gettext("Saved."))

    def _say_drafted(self, outcome: Outcome) -> None:
        count = len([one for one in outcome.results.values() if one.status is Status.SAVED])
        told = gettext(
            "Texts drafted: %(count)d. The language is marked as to be reviewed. Please read every one of them."
        )
        messages.success(self.request, told % {"count": count})

    def _say_what_is_not_saved(self, outcome: Outcome) -> None:
        if outcome.lock_message:
            messages.error(
                self.request, gettext("Nothing was saved: the page is locked. What you wrote is still here.")
            )
        else:
            told = gettext("Some texts are not saved yet; they are marked below. All others are saved.")
            messages.error(self.request, told)

    def get_page_title(self) -> str:
        return gettext("Translate")

    def get_page_subtitle(self) -> str:
        return str(self.place.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        page = self.place.page
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.get_admin_display_title()},
            {"url": "", "label": gettext("Translate")},
        ]

    def get_context_data(
        self,
        *,
        form: DecisionsForm | None = None,
        written: Mapping[str, Written] | None = None,
        results: Mapping[str, Result] | None = None,
        **kwargs: Any,
    ) -> dict[str, Any]:
        place = self.place
        page = place.page
        rows = rows_of(place, written or {}, results or {})
        context: dict[str, Any] = super().get_context_data(
            page=page,
            target=BY_CODE[place.code],
            source=BY_CODE[page.source_language],
            state=State(page.state(place.code)),
            needs_review=getattr(page, f"needs_review_{place.code}"),
            rows=rows,
            done=done(row.unit for row in rows),
            total=len([row for row in rows if row.unit.source]),
            gone=gone_texts(written or {}, results or {}),
            leftovers=sum(leftovers(page, place.code).values()),
            form=form or DecisionsForm(place),
            lock_message=place.lock_message,
            others=[BY_CODE[code] for code in translated_codes(page, place.user) if code != place.code],
            near=[BY_CODE[code] for code in drafts.near_codes(place)],
            has_machine=machine() is not None,
            may_submit=finishing.may_submit(place),
            may_publish=finishing.may_publish(place),
            media=sum((row.media for row in rows), Media()),
            **kwargs,
        )
        return context


def _told(outcome: Outcome) -> dict[str, Any]:
    """What became of each text, for the script."""
    place = outcome.place
    units = units_of(place.page, place.code)
    return {
        "lock": outcome.lock_message,
        "time": time_format(timezone.localtime(), "H:i"),
        "done": done(units),
        "texts": {key: _told_of_one(result, place) for key, result in outcome.results.items()},
    }


def _told_of_one(result: Result, place: Place) -> dict[str, Any]:
    told: dict[str, Any] = {"status": result.status.value, "error": result.error}
    if (unit := result.unit) is not None:
        terms = agreed_terms(unit, current_glossary(), place.page.source_language, place.code)
        told |= {
            "loaded": mark_of(unit),
            "source": fingerprint(unit.source),
            "sourceChanged": result.source_changed,
            "missingTerms": [term.identifier for term in terms if term.is_missing],
            "latin": latin_of(unit, place.code),
        }
        if result.status is Status.CONFLICT:
            told |= {"theirs": shown(unit, unit.target), "theirsValue": form_value(unit)}
    return told
