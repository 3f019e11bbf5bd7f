"""The report of interface texts: what the catalogues have in each language, and whether somebody has read it.

Catalogues are files that come with the program, so nothing is changed here. A text that a native specialist has read
carries the flag `reviewed` in its catalogue (`#, reviewed`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import polib
from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin

from portal.core.catalogues.files import WRITTEN
from portal.core.catalogues.registry import catalogues
from portal.core.editing.known_pages import PAGE_POLICY
from portal.core.languages.catalogue import BY_CODE
from portal.core.languages.reader import current_reader
from portal.desk.reports.findings import PERMISSIONS

_ROWS: Final = 50
_REVIEWED: Final = "reviewed"


@dataclass(frozen=True, slots=True)
class Text:
    """A message in English, what it is in one language (all plural forms), and whether somebody has read that."""

    english: str
    texts: tuple[str, ...]
    is_reviewed: bool


def po_path(code: str) -> Path:
    """Where our own texts in a language are; those of Wagtail are not the portal's words."""
    ours, *_wagtails = catalogues()
    return ours.po_path(code)


def texts_of(code: str) -> tuple[Text, ...]:
    """The texts of a catalogue, in its order; read anew when its file is another one."""
    path = po_path(code)
    return _read(str(path), path.stat().st_mtime_ns)


@lru_cache(maxsize=2 * len(WRITTEN))
def _read(path: str, _changed: int) -> tuple[Text, ...]:
    return tuple(
        Text(
            entry.msgid,
            tuple(filter(None, [entry.msgstr, *entry.msgstr_plural.values()])),
            _REVIEWED in entry.flags,
        )
        for entry in polib.pofile(path)
    )


def texts_to_read() -> int:
    """How many texts nobody has read yet, in all languages together."""
    return sum(not text.is_reviewed for code in WRITTEN for text in texts_of(code))


class TextsForm(forms.Form):
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=[(code, BY_CODE[code].native_name) for code in WRITTEN]
    )
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        required=False,
        choices=[
            ("", gettext_lazy("All")),
            ("to-read", gettext_lazy("To be reviewed")),
            (_REVIEWED, gettext_lazy("Reviewed")),
        ],
    )


class TextsView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    permission_policy = PAGE_POLICY
    any_permission_required = PERMISSIONS
    page_title = gettext_lazy("Interface texts")
    header_icon = "globe"
    template_name = "desk/review/texts.html"
    url_name = "desk_texts"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = TextsForm(self.request.GET)
        asked.full_clean()
        own = current_reader().language.content_code
        code = asked.cleaned_data.get("language") or (own if own in WRITTEN else WRITTEN[0])
        state = asked.cleaned_data.get("state", "")
        found = [text for text in texts_of(code) if not state or text.is_reviewed == (state == _REVIEWED)]
        context: dict[str, Any] = super().get_context_data(
            form=TextsForm(initial={"language": code, "state": state}),
            texts=Paginator(found, _ROWS).get_page(self.request.GET.get("p")),
            language=BY_CODE[code],
            state=state,
            **kwargs,
        )
        return context
