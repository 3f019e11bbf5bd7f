"""Links of a page that lead nowhere, for all of its readers or for some."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from bs4 import BeautifulSoup
from django.conf import settings
from django.db.models import URLField
from django.urls import Resolver404, resolve
from django.utils import translation
from modeltranslation.fields import TranslationField
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

from portal.core.languages.catalogue import BY_CODE
from portal.core.models import ContentPage, PortalDocument
from portal.core.rich_text.targets import target_id
from portal.core.visibility.audience import Rules
from portal.desk.findings.found import Found
from portal.desk.models import CheckedAddress, Kind

#: Longer words or addresses are cut: they are only named.
_LONGEST = 500


class Place(NamedTuple):
    field: str
    language: str


class Target(NamedTuple):
    """`kind` is "page" or "document", named by `key`."""

    place: Place
    words: str
    kind: str
    key: int


def targets(page: ContentPage) -> list[Target]:
    """The pages and documents of the portal that a page links to or shows, with the words of the link."""
    found = []
    for place, tag in _anchors(page):
        if tag.get("linktype") in ("page", "document"):
            found.append(Target(place, tag.get_text()[:_LONGEST], tag["linktype"], target_id(tag.get("id"))))
    for place, value in _values(page):
        files = (block["value"] for block in getattr(value, "raw_data", ()) if block["type"] == "file")
        found += [Target(place, "", "document", int(key)) for key in files if key]
    return found


def outside_addresses(page: ContentPage) -> list[tuple[Place, str]]:
    """The addresses outside of the portal that a page links to. Those that are too long to be kept are left out."""
    found = [(place, str(tag.get("href", ""))) for place, tag in _anchors(page)]
    of_addresses = {field.name for field in page._meta.concrete_fields if isinstance(field, URLField)}
    found += [(place, value) for place, value in _values(page) if place.field in of_addresses]
    return [(place, url) for place, url in found if _is_outside(url) and len(url) <= _LONGEST]


def _is_outside(url: str) -> bool:
    return url.startswith(("http://", "https://")) and not url.startswith(f"{settings.WAGTAILADMIN_BASE_URL}/")


def check_links(page: ContentPage) -> Iterator[Found]:
    """The number of queries does not depend on how many links there are, as long as none is typed out."""
    yield from _inside(page)
    yield from _typed(page)
    wanted = outside_addresses(page)
    checked = {address.url: address for address in CheckedAddress.objects.filter(url__in={url for _p, url in wanted})}
    for place, url in wanted:
        if url in checked and checked[url].is_broken:
            yield Found(Kind.LINK, *place, detail=url, reason=checked[url].answer)


def _inside(page: ContentPage) -> Iterator[Found]:
    found = targets(page)
    if not found:
        return
    pages = _pages({target.key for target in found if target.kind == "page"})
    keys = {target.key for target in found if target.kind == "document"}
    files = dict(PortalDocument.objects.filter(pk__in=keys).values_list("pk", "collection__path")) if keys else {}
    of_pages, of_files = Rules.of_pages(), Rules.of_collections()
    readers = of_pages.requirements(page.path)
    for target in found:
        if target.kind == "page":
            path = pages.get(target.key)
            is_open = path is not None and of_pages.requirements(path) <= readers
        else:
            path = files.get(target.key)
            is_open = path is not None and of_files.requirements(path) <= readers
        if not is_open:
            yield Found(Kind.LINK, *target.place, detail=target.words)


def _pages(keys: set[int]) -> dict[int, str]:
    """Tree paths of those pages that are published."""
    return dict(Page.objects.filter(pk__in=keys, live=True).values_list("pk", "path")) if keys else {}


def _typed(page: ContentPage) -> Iterator[Found]:
    """Addresses of the portal that were typed out: they say "page not found" when the page has moved."""
    typed: list[tuple[Place, str, str]] = []
    for place, tag in _anchors(page):
        address = str(tag.get("href", "")).removeprefix(settings.WAGTAILADMIN_BASE_URL)
        code, _slash, rest = address.partition("?")[0].partition("#")[0].strip("/").partition("/")
        if address.startswith("/") and code in BY_CODE:
            typed.append((place, address[:_LONGEST], f"/{rest}".rstrip("/") + "/"))
    if not typed:
        return
    home = page.get_site().root_page.url_path.rstrip("/")
    for place, address, end in typed:
        path = address.partition("?")[0].partition("#")[0]
        if not (_is_a_page(f"{home}{end}") or _is_a_view(path)):
            yield Found(Kind.LINK, *place, detail=address)


def _is_a_page(url_path: str) -> bool:
    """Whether a published page lies there, or is one step above and has something there: a feed, a PDF."""
    above, _slash, last = url_path.rstrip("/").rpartition("/")
    there = {page.url_path: page for page in Page.objects.filter(url_path__in=[url_path, f"{above}/"], live=True)}
    if url_path in there:
        return True
    page = there[f"{above}/"].specific if f"{above}/" in there else None
    try:
        return isinstance(page, RoutablePageMixin) and page.resolve_subpage(f"/{last}/") is not None
    except Resolver404:
        return False


def _is_a_view(path: str) -> bool:
    """Whether something else than a page answers there: the library, the glossary."""
    with translation.override(path.split("/")[1]):
        try:
            return resolve(path).url_name != "wagtail_serve"
        except Resolver404:
            return False


def _values(page: ContentPage) -> Iterator[tuple[Place, Any]]:
    """Every text, stream and address of a page, each once."""
    for field in page._meta.concrete_fields:
        if isinstance(field, TranslationField):
            place = Place(field.translated_field.name, field.language)
        elif isinstance(field, URLField) or field.name == "attachments":
            place = Place(field.name, "")
        else:
            continue
        if value := getattr(page, field.name):
            yield place, value


def _anchors(page: ContentPage) -> Iterator[tuple[Place, Any]]:
    for place, value in _values(page):
        for text in _texts(getattr(value, "raw_data", value)):
            if "<a " in text:
                yield from ((place, tag) for tag in BeautifulSoup(text, "html.parser").find_all("a"))


def _texts(value: Any) -> Iterator[str]:
    """The texts of a field as they are stored, whatever they lie in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif not isinstance(value, (int, float, bool)) and value is not None:
        for part in value:
            yield from _texts(part)
