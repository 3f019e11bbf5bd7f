"""The PDF of a page: what its template shows between the header and the footer of the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.timezone import localtime

from portal.core.files.media import open_picture
from portal.core.languages.reader import current_reader
from portal.core.pages.addresses import absolute
from portal.core.pdf.characters import showable
from portal.core.pdf.content import Block, blocks_of
from portal.core.pdf.making import Document, make_pdf
from portal.core.scripts.html import latinise_html
from portal.core.status_note.html import mark_html
from portal.core.visibility.audience import PUBLIC, audience_of_page

#: Seconds for which nobody needs to ask again.
_MAX_AGE = 900


def pdf_answer(page: Any, html: str, request: HttpRequest) -> HttpResponse:
    """The page as a file to read or to keep, or 304 for a browser that has this very file.

    `html` is the page as its template made it for this reader, so it holds what they may see and nothing else.
    """
    reader = current_reader().language
    address = absolute(page.get_url(request))
    article, notes = _finished(html, reader.code, reader.html_lang)
    changed = localtime(page.last_published_at or page.latest_revision_created_at)
    body = _pdf(article, notes, address, changed, request)
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{page.slug}-{reader.code}.pdf"'
    response.headers["Link"] = f'<{address}>; rel="canonical"'
    response.headers["ETag"] = etag
    if not request.user.is_authenticated and audience_of_page(page) == PUBLIC:
        patch_cache_control(response, public=True, max_age=_MAX_AGE)
    return get_conditional_response(request, etag=etag, response=response) or response


def _finished(html: str, language: str, html_lang: str) -> tuple[Tag, Tag]:
    """The article and its notes as they leave: in the reader's script, with asterisks, with the footnote if needed.

    Only these two are looked at, so that a mention in the site's footer asks for no footnote here.
    """
    page = BeautifulSoup(html, "html.parser")
    parts = "".join(str(page.select_one(selector) or "") for selector in ("main article", ".page-notes"))
    whole = f'<html lang="{html_lang}"><body>{parts}</body></html>'
    finished = BeautifulSoup(mark_html(latinise_html(whole), language), "html.parser")
    article, notes = finished.find("article"), finished.find(class_="page-notes")
    if not isinstance(article, Tag) or not isinstance(notes, Tag):
        raise ValueError("The page has no article, or no place for notes.")
    for printed in notes.select(".print-only"):
        printed.decompose()
    return article, notes


def _pdf(article: Tag, notes: Tag, address: str, changed: datetime, request: HttpRequest) -> bytes:
    blocks = blocks_of(article, address)
    title = article.find("h1")
    return make_pdf(
        Document(
            title=showable(title.get_text(" ", strip=True)) if isinstance(title, Tag) else address,
            author=settings.WAGTAIL_SITE_NAME,
            lang=current_reader().language.code.split("-")[0],
            address=address,
            changed=changed,
            blocks=blocks,
            notes=blocks_of(notes, address),
        ),
        {source: data for source in _sources(blocks) if (data := _picture(source, request)) is not None},
    )


def _sources(blocks: list[Block]) -> Iterator[str]:
    """Addresses of the pictures among the blocks and within them."""
    for block in blocks:
        if block["kind"] == "image":
            yield block["source"]
        yield from _sources(block.get("blocks", []))


def _picture(source: str, request: HttpRequest) -> bytes | None:
    """A picture that the page shows; None for what is not one of the portal's own, or not for this reader."""
    if not source.startswith(settings.MEDIA_URL):
        return None
    try:
        file, _ = open_picture(request, source.removeprefix(settings.MEDIA_URL))
    except Http404:
        return None
    with file:
        return bytes(file.read())
