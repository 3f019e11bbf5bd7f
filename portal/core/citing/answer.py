"""The exit for entries of bibliographies: finished texts, one line each, the footnote among the notes; as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.http import content_disposition_header

from portal.core.citing.citation import Citation
from portal.core.languages.reader import current_reader
from portal.core.markup.xml_text import xml_text
from portal.core.pages.links import canonical_address
from portal.core.text_exit import finished, footnote

if TYPE_CHECKING:
    from portal.core.models.citable import CitablePage


def citation_file(
    page: CitablePage, write: Callable[[Citation], str], media_type: str, ending: str, request: HttpRequest
) -> HttpResponse:
    """The entry in the language in which the reader gets the page. Raises Http404 when none is ready."""
    localized = page.for_reader(current_reader().language)
    if localized is None:
        raise Http404("No language of this page is ready.")
    address = canonical_address(page, localized, request)
    with translation.override(localized.code):
        citation = page.get_citation(localized, address)
    disposition = content_disposition_header(True, f"{citation.key}.{ending}")
    return HttpResponse(
        write(ready_to_leave(citation)),
        content_type=f"{media_type}; charset=utf-8",
        headers={"Content-Disposition": disposition, "Content-Language": localized.html_lang},
    )


def ready_to_leave(citation: Citation) -> Citation:
    note = footnote((citation.author, citation.title, citation.kind, *citation.notes), citation.lang)
    return replace(
        citation,
        author=_line(citation.author, citation.lang),
        title=_line(citation.title, citation.lang),
        kind=_line(citation.kind, citation.lang),
        number=_line(citation.number, citation.lang),
        address=_line(citation.address, citation.lang),
        notes=tuple(_line(text, citation.lang) for text in (*citation.notes, note) if text),
    )


def _line(text: str, lang: str) -> str:
    """Nothing in a text begins a line of its own: lines are what these formats are made of."""
    return " ".join(finished(xml_text(text), lang).split())
