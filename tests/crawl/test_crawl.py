"""From the home page along every link, in each of the seven renderings."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urldefrag, urlencode, urljoin, urlsplit

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from portal.core.languages.catalogue import LANGUAGES
from tests.crawl.page_facts import PageFacts, read_page

# Without the mark on some test no test database would be made.
pytestmark = pytest.mark.django_db

#: Bytes of HTML, before compression.
LARGEST = 100_000

#: A crawl that finds fewer pages has lost its way.
FEWEST = 300

PREFIXES = tuple(f"/{language.code}/" for language in LANGUAGES)


@dataclass
class Crawl:
    """What was found in one rendering: pages by address, other answers by status, and links with their fragments."""

    pages: dict[str, PageFacts] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    fragments: set[tuple[str, str, str]] = field(default_factory=set)
    others: set[str] = field(default_factory=set)


def normal(address: str) -> str:
    """An address without what makes no other page of it: where to go after signing in."""
    parts = urlsplit(address)
    query = urlencode(
        [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "next"]
    )
    return parts.path + (f"?{query}" if query else "")


def kind_of_choice(address: str) -> tuple[str, ...]:
    """Which parameters an address of the library chooses by; empty for every other address.

    Each value of each facet leads to the same page with other cards, and together they are many thousands.
    """
    parts = urlsplit(address)
    return tuple(name for name, _ in parse_qsl(parts.query)) if parts.path.endswith("/library/") else ()


def crawl(code: str) -> Crawl:
    """Walks through one rendering; of the choices of the library the first of each kind."""
    found, handler, requests = Crawl(), WSGIHandler(), RequestFactory()
    start = f"/{code}/"
    waiting, known, kinds = deque([(start, "")]), {start}, set()
    while waiting:
        address, source = waiting.popleft()
        response = handler.get_response(requests.get(address))
        if response.status_code in (301, 302):
            found.redirects[address] = normal(response["Location"])
            reached = [found.redirects[address]]
        elif response.status_code != 200:
            found.failures[address] = f"{response.status_code}, linked from {source}"
            continue
        elif response.streaming:
            assert b"".join(response.streaming_content)
            response.close()
            continue
        else:
            facts = read_page(response.content.decode())
            found.pages[address] = facts
            found.sizes[address] = len(response.content)
            reached = list(internal(facts, address, found))
        for link in reached:
            kind = kind_of_choice(link)
            if link in known or kind in kinds:
                continue
            known.add(link)
            if link.startswith(PREFIXES) and not link.startswith(start):
                found.others.add(link)
            else:
                waiting.append((link, address))
                if kind:
                    kinds.add(kind)
    return found


def internal(facts: PageFacts, address: str, found: Crawl):
    for href in (*facts.links, *(source for source in facts.sources if not source.startswith("/static/"))):
        if urlsplit(href).scheme in {"mailto", "tel"} or urlsplit(href).netloc:
            continue
        target, fragment = urldefrag(urljoin(address, href))
        target = normal(target)
        if fragment:
            found.fragments.add((target, unquote(fragment), address))
        yield target


@pytest.fixture(scope="module", params=LANGUAGES, ids=lambda language: language.code)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def walked(starter_content, language) -> Crawl:
    return crawl(language.code)


def problems(walked, of):
    """What `of` finds on each page, where it finds anything."""
    return {address: found for address, facts in walked.pages.items() if (found := of(facts))}


def test_every_link_leads_somewhere(walked):
    assert walked.failures == {}
    assert len(walked.pages) >= FEWEST


def test_only_lists_of_resources_and_forms_for_people_who_are_signed_in_redirect(walked, language):
    lists = {f"/{language.code}/{name}/" for name in ("practices", "standards", "methodologies")}
    assert set(walked.redirects) <= lists
    assert all(target.startswith(f"/{language.code}/library/?type=") for target in walked.redirects.values())


def test_links_to_other_languages_lead_to_the_same_page(walked, language):
    here = {address.removeprefix(f"/{language.code}/") for address in (*walked.pages, *walked.redirects)}
    elsewhere = {link.split("/", 2)[2] for link in walked.others}
    assert elsewhere - here == set()


def test_no_mention_is_bare_and_none_is_marked_twice(walked):
    assert problems(walked, lambda facts: facts.bare_mentions) == {}
    assert problems(walked, lambda facts: facts.double_asterisks) == {}


def test_the_footnote_is_there_once_where_there_is_a_mention_and_nowhere_else(walked):
    assert problems(walked, lambda facts: len(facts.footnotes) != min(facts.mentions, 1)) == {}
    assert problems(walked, lambda facts: [text for text in facts.footnotes if "1244" not in text]) == {}
    assert any(facts.mentions for facts in walked.pages.values())


def test_the_document_names_its_language(walked, language):
    assert problems(walked, lambda facts: facts.lang != language.html_lang) == {}


def test_latin_serbian_has_no_cyrillic(walked):
    """On every page: a Bosnian reader gets Serbian texts in Latin script too."""
    assert problems(walked, lambda facts: facts.cyrillic_in("sr-Latn")) == {}


def test_one_heading_of_the_first_rank_and_a_title(walked):
    assert problems(walked, lambda facts: len(facts.headings) != 1 or not facts.headings[0].strip()) == {}
    assert problems(walked, lambda facts: len(facts.titles) != 1 or facts.titles[0].strip().startswith("–")) == {}


def test_a_title_tells_pages_apart(walked):
    """Of pages at different addresses; a query string chooses within one."""
    titles: dict[str, list[str]] = {}
    for address, facts in walked.pages.items():
        if "?" not in address:
            titles.setdefault(facts.titles[0].strip(), []).append(address)
    assert {title: addresses for title, addresses in titles.items() if len(addresses) > 1} == {}


def test_ids_are_used_once_and_links_within_pages_find_them(walked):
    assert problems(walked, lambda facts: facts.ids_used_twice) == {}
    lost = {
        (target, fragment, source)
        for target, fragment, source in walked.fragments
        if target in walked.pages and fragment not in walked.pages[target].ids
    }
    assert lost == set()


def test_every_picture_has_an_alternative(walked):
    assert problems(walked, lambda facts: facts.pictures_without_alt) == {}


def test_nothing_is_inline(walked):
    assert problems(walked, lambda facts: facts.inline) == {}


def test_pages_are_light(walked):
    assert {address: size for address, size in walked.sizes.items() if size > LARGEST} == {}
