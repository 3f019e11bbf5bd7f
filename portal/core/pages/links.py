"""The same page in the other languages: what the language switch, hreflang and canonical are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.urls import translate_url
from django.utils import translation

from portal.core.content_language.localized import ready_codes
from portal.core.languages.catalogue import LANGUAGES, Language
from portal.core.languages.reader import current_reader

if TYPE_CHECKING:
    from portal.core.content_language.localized import Localized
    from portal.core.models.page import ContentPage


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """`ready` says whether the page can be read in that language itself; None where the question has no sense."""

    language: Language
    url: str
    current: bool
    ready: bool | None


def language_links_for_page(page: ContentPage, request: HttpRequest) -> list[LanguageLink]:
    """Links to this very page in all seven renderings."""
    reader = current_reader().language
    ready = ready_codes(page)
    links = []
    for language in LANGUAGES:
        with translation.override(language.code):
            url = page.get_url(request) or ""
        links.append(LanguageLink(language, url, language == reader, language.content_code in ready))
    return links


def language_links_for_path(request: HttpRequest) -> list[LanguageLink]:
    """Links to the present address in all seven renderings, with its query string."""
    reader = current_reader().language
    full = request.get_full_path()
    return [LanguageLink(language, _in_language(full, language), language == reader, None) for language in LANGUAGES]


def other_languages(links: list[LanguageLink], shown: Localized) -> list[Language]:
    """Renderings in which the page can be read, other than the language it is shown in: Serbian's scripts are one."""
    return [link.language for link in links if link.ready and link.language.content_code != shown.code]


def _in_language(full_path: str, language: Language) -> str:
    translated = translate_url(full_path, language.code)
    if translated == full_path and not full_path.startswith(f"/{language.code}/"):
        return f"/{language.code}/"
    return translated


def alternates(links: list[LanguageLink], request: HttpRequest) -> list[dict[str, str]]:
    """hreflang and absolute address of each rendering that is really there, and `x-default` for all others."""
    found = [
        {"hreflang": link.language.html_lang, "url": request.build_absolute_uri(link.url)}
        for link in links
        if link.ready is not False
    ]
    if found:
        found.append({"hreflang": "x-default", "url": found[0]["url"]})
    return found


def canonical_path(localized: Localized, links: list[LanguageLink]) -> str:
    """The address at which this very text is at home: for a text shown in another language, that language's."""
    rendering = _home_of(localized)
    return next(link.url for link in links if link.language.code == rendering)


def canonical_address(page: ContentPage, localized: Localized, request: HttpRequest) -> str:
    """The same with the host, where no links to the other languages are needed."""
    with translation.override(_home_of(localized)):
        return request.build_absolute_uri(page.get_url(request) or "/")


def _home_of(localized: Localized) -> str:
    return localized.reader.code if localized.is_readers_language else localized.language.code
