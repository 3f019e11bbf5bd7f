"""The PDF of a page, or of several: what their templates show between the header and the footer of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localtime

from portal.core.files.media import open_picture
from portal.core.languages.reader import current_reader
from portal.core.made_files import made_file
from portal.core.pages.addresses import absolute
from portal.core.pdf.characters import showable
from portal.core.pdf.content import Block, blocks_of
from portal.core.pdf.making import Document, make_pdf
from portal.core.scripts.html import latinise_html
from portal.core.status_note.html import mark_html
from portal.core.visibility.audience import PUBLIC, audience_of_page


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as its template made it for this reader, so that it holds what they may see and nothing else."""

    page: Any
    html: str


def page_answer(page: Any, html: str, request: HttpRequest) -> HttpResponse:
    """The page as a file to read or to keep, or 304 for a browser that has this very file."""
    address = absolute(page.get_url(request))
    finished = _finished([html])
    blocks = blocks_of(finished.articles[0], address)
    document = _document(_title_of(finished.articles[0]), blocks, finished, address, [page])
    response = _answer(make_pdf(document, _pictures(blocks, request)), page.slug, [page], request)
    response.headers["Link"] = f'<{address}>; rel="canonical"'
    return response


def booklet_answer(title: str, shown: list[Shown], path: str, request: HttpRequest) -> HttpResponse:
    """Several pages as one file: their titles, then each on a sheet of its own, then the footnote once.

    `path` is where the list of them is found.
    """
    finished = _finished([one.html for one in shown])
    pages = [one.page for one in shown]
    addresses = [absolute(page.get_url(request)) for page in pages]
    titles = [
        [{"kind": "paragraph", "text": [{"link": address, "body": [{"text": _title_of(article)}]}]}]
        for article, address in zip(finished.articles, addresses, strict=True)
    ]
    blocks: list[Block] = [
        {"kind": "heading", "level": 1, "text": [{"link": absolute(path), "body": [{"text": showable(title)}]}]},
        {"kind": "list", "ordered": True, "items": titles},
    ]
    for article, address in zip(finished.articles, addresses, strict=True):
        blocks += [{"kind": "break"}, *blocks_of(article, address)]
        blocks.append({"kind": "paragraph", "text": [{"link": address, "body": [{"text": address}]}]})
    # The list of many is longer in an address than a line: its title leads there, below the pages it is cut.
    below = absolute(path).partition("?")[0]
    document = _document(title, blocks, finished, below, pages)
    return _answer(make_pdf(document, _pictures(blocks, request)), "continuum", pages, request)


@dataclass(frozen=True, slots=True)
class _Finished:
    """Articles and what stands below them, as they leave."""

    articles: list[Tag]
    notes: Tag


def _finished(pages: list[str]) -> _Finished:
    """In the reader's script, with asterisks, with the footnote once if any of them needs it.

    Only articles and notes are looked at, so that a mention in the site's footer asks for no footnote here.
    """
    reader = current_reader().language
    articles: list[str] = []
    notes: dict[str, None] = {}
    for html in pages:
        page = BeautifulSoup(html, "html.parser")
        articles.append(str(page.select_one("main article") or ""))
        # The notes are the same on every page that has them.
        notes |= {str(note): None for note in page.select(".page-notes > :not(.print-only)")}
    body = f'{"".join(articles)}<div class="page-notes">{"".join(notes)}</div>'
    whole = f'<html lang="{reader.html_lang}"><body>{body}</body></html>'
    parsed = BeautifulSoup(mark_html(latinise_html(whole), reader.code), "html.parser")
    below = parsed.find(class_="page-notes")
    found = parsed.select("body > article")
    if len(found) != len(pages) or not isinstance(below, Tag):
        raise ValueError("A page has no article.")
    return _Finished(found, below)


def _document(title: str, blocks: list[Block], finished: _Finished, address: str, pages: list[Any]) -> Document:
    return Document(
        title=showable(title),
        author=settings.WAGTAIL_SITE_NAME,
        lang=current_reader().language.code.split("-")[0],
        address=address,
        changed=max(localtime(page.last_published_at or page.latest_revision_created_at) for page in pages),
        blocks=blocks,
        notes=blocks_of(finished.notes, address),
    )


def _title_of(article: Tag) -> str:
    title = article.find("h1")
    return showable(title.get_text(" ", strip=True)) if isinstance(title, Tag) else ""


def _answer(body: bytes, name: str, pages: list[Any], request: HttpRequest) -> HttpResponse:
    is_public = all(audience_of_page(page) == PUBLIC for page in pages)
    response = made_file(body, "application/pdf", request, is_public=is_public)
    response.headers["Content-Disposition"] = f'inline; filename="{name}-{current_reader().language.code}.pdf"'
    return response


def _pictures(blocks: list[Block], request: HttpRequest) -> dict[str, bytes]:
    return {source: data for source in _sources(blocks) if (data := _picture(source, request)) is not None}


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
