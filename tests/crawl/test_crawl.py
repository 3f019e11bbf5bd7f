"""From the home page along every link, in each of the seven renderings."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urldefrag, urlencode, urljoin, urlsplit

import pytest
import vobject
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory
from django.utils import translation
from wagtail.models import Page

from portal.core.languages.catalogue import LANGUAGES, Language
from portal.core.status_note.text import bare_mentions as bare_mentions_in
from portal.core.visibility.querysets import visible_pages
from tests.crawl.entry_facts import entry_problems
from tests.crawl.feed_facts import FEED, FeedFacts, read_feed
from tests.crawl.file_facts import file_problems, read_file, read_spreadsheet
from tests.crawl.page_facts import PageFacts, read_page
from tests.factories.people import make_superuser

# Without the mark on some test no test database would be made.
pytestmark = pytest.mark.django_db

#: Bytes of HTML, before compression.
LARGEST = 100_000

#: A crawl that finds fewer pages has lost its way.
FEWEST = 300

#: News, highlights and events.
FEWEST_FEEDS = 3

#: Two formats of each page that says how to cite it.
FEWEST_ENTRIES = 100

#: One of each section of the site.
FEWEST_FILES = 5

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: The subscription, and some events.
FEWEST_CALENDARS = 4

PREFIXES = tuple(f"/{language.code}/" for language in LANGUAGES)


@dataclass
class Crawl:
    """What was found in one rendering: pages by address, other answers by status, and links with their fragments.

    `entries` are those for reference managers, `files` the words of pages as PDF, `calendars` what other calendars get,
    `spreadsheets` the words of their cells.
    """

    pages: dict[str, PageFacts] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    fragments: set[tuple[str, str, str]] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    feeds: dict[str, FeedFacts] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    calendars: dict[str, str] = field(default_factory=dict)
    spreadsheets: dict[str, str] = field(default_factory=dict)


def normal(address: str) -> str:
    """An address without what makes no other page of it: where to go after signing in."""
    parts = urlsplit(address)
    query = urlencode(
        [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "next"]
    )
    return parts.path + (f"?{query}" if query else "")


def kind_of_choice(address: str) -> tuple[str, ...]:
    """Which parameters an address of the library, the directory or the calendar chooses by; for a file or two languages
    of a page, the section that it is of; empty for every other address.

    Each value of each facet leads to the same page with other cards, and together they are many thousands; months go on
    for ever. Files say what their pages say.
    """
    parts = urlsplit(address)
    form = re.search(r"^/[\w-]+/(\w+)/.*(pdf|beside)/(?:[\w-]+/)?$", parts.path)
    if form:
        return form.groups()
    names = tuple(name for name, _ in parse_qsl(parts.query))
    if parts.path.endswith(("/calendar/", "/directory/")):
        return (parts.path, *names) if names else ()
    return names if parts.path.endswith("/library/") else ()


def crawl(code: str) -> Crawl:
    """Walks through one rendering; of the choices within a page the first of each kind."""
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
        elif response.headers["Content-Type"] == "application/pdf":
            found.files[address] = read_file(response.content)
            continue
        elif response.headers["Content-Type"].startswith("text/calendar"):
            found.calendars[address] = response.content.decode()
            continue
        elif response.headers["Content-Type"] == SPREADSHEET:
            found.spreadsheets[address] = read_spreadsheet(response.content)
            continue
        elif response.headers.get("Content-Disposition", "").startswith("attachment"):
            found.entries[address] = response.content.decode()
            continue
        elif response.headers["Content-Type"].startswith(FEED):
            found.feeds[address] = read_feed(response.content.decode())
            reached = [normal(urlsplit(link).path) for link in found.feeds[address].links]
        elif not response.headers["Content-Type"].startswith("text/html"):
            # The glossary for programs, which leads nowhere.
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


def internal(facts: PageFacts, address: str, found: Crawl) -> Iterator[str]:
    """Addresses of this site that a page links to or shows; fragments are noted for later."""
    for href in (*facts.links, *(source for source in facts.sources if not source.startswith("/static/"))):
        if urlsplit(href).scheme in {"mailto", "tel"} or urlsplit(href).netloc:
            continue
        target, fragment = urldefrag(urljoin(address, href))
        target = normal(target)
        if fragment:
            found.fragments.add((target, unquote(fragment), address))
        yield target


def failures(walked: Crawl, language: Language) -> object:
    return walked.failures


def too_few_pages(walked: Crawl, language: Language) -> object:
    return len(walked.pages) if len(walked.pages) < FEWEST else None


def redirects_but_for_lists_of_resources(walked: Crawl, language: Language) -> object:
    lists = {f"/{language.code}/{name}/" for name in ("practices", "standards", "methodologies")}
    library = f"/{language.code}/library/?type="
    return {
        address: target
        for address, target in walked.redirects.items()
        if address not in lists or not target.startswith(library)
    }


def links_to_other_languages_that_are_not_the_same_page(walked: Crawl, language: Language) -> object:
    here = {address.removeprefix(f"/{language.code}/") for address in (*walked.pages, *walked.redirects)}
    return {link for link in walked.others if link.split("/", 2)[2] not in here and not kind_of_choice(link)}


def bare_mentions(walked: Crawl, language: Language) -> object:
    return by_page(walked, lambda facts: facts.bare_mentions)


def mentions_marked_twice(walked: Crawl, language: Language) -> object:
    return by_page(walked, lambda facts: facts.double_asterisks)


def footnotes_missing_or_superfluous(walked: Crawl, language: Language) -> object:
    return by_page(walked, lambda facts: len(facts.footnotes) != min(facts.mentions, 1))


def footnotes_of_other_words(walked: Crawl, language: Language) -> object:
    return by_page(walked, lambda facts: [text for text in facts.footnotes if "1244" not in text])


def documents_in_another_language(walked: Crawl, language: Language) -> object:
    return by_page(walked, lambda facts: facts.lang if facts.lang != language.html_lang else "")


def cyrillic_in_latin_serbian(walked: Crawl, language: Language) -> object:
    """On every page: a Bosnian reader gets Serbian texts in Latin script too."""
    return by_page(walked, lambda facts: facts.cyrillic_in("sr-Latn"))


def no_heading_or_several(walked: Crawl, language: Language) -> object:
    return by_page(walked, lambda facts: len(facts.headings) != 1 or not facts.headings[0].strip())


def no_title_or_an_empty_one(walked: Crawl, language: Language) -> object:
    return by_page(walked, lambda facts: len(facts.titles) != 1 or facts.titles[0].strip().startswith("–"))


def titles_of_several_pages(walked: Crawl, language: Language) -> object:
    """Of pages at different addresses; a query string chooses within one."""
    titles: dict[str, list[str]] = {}
    for address, facts in walked.pages.items():
        if "?" not in address:
            titles.setdefault(facts.titles[0].strip(), []).append(address)
    return {title: addresses for title, addresses in titles.items() if len(addresses) > 1}


def ids_used_twice(walked: Crawl, language: Language) -> object:
    return by_page(walked, lambda facts: facts.ids_used_twice)


def fragments_that_lead_nowhere(walked: Crawl, language: Language) -> object:
    return {
        (target, fragment, source)
        for target, fragment, source in walked.fragments
        if target in walked.pages and fragment not in walked.pages[target].ids
    }


def pictures_without_alternative(walked: Crawl, language: Language) -> object:
    return by_page(walked, lambda facts: facts.pictures_without_alt)


def inline_scripts_and_styles(walked: Crawl, language: Language) -> object:
    return by_page(walked, lambda facts: facts.inline)


def feeds_out_of_order(walked: Crawl, language: Language) -> object:
    problems = {address: facts.problems(language.html_lang) for address, facts in walked.feeds.items()}
    return {address: found for address, found in problems.items() if found}


def entries_of_bibliographies_out_of_order(walked: Crawl, language: Language) -> object:
    problems = {address: entry_problems(text, language.html_lang) for address, text in walked.entries.items()}
    return {address: found for address, found in problems.items() if found}


def texts_of_events(text: str) -> Iterator[str]:
    for event in vobject.readOne(text).vevent_list:
        yield from (line.value for line in event.lines() if line.name in {"SUMMARY", "DESCRIPTION", "LOCATION"})


def calendars_out_of_order(walked: Crawl, language: Language) -> object:
    """One subscription, and a file for each event that is linked to."""
    wrong = {
        address: mentions
        for address, text in walked.calendars.items()
        if (mentions := bare_mentions_in("\n".join(texts_of_events(text))))
    }
    return wrong or (len(walked.calendars) if len(walked.calendars) < FEWEST_CALENDARS else None)


def spreadsheets_out_of_order(walked: Crawl, language: Language) -> object:
    return {address: found for address, text in walked.spreadsheets.items() if (found := file_problems(text))}


def files_out_of_order(walked: Crawl, language: Language) -> object:
    problems = {address: file_problems(text) for address, text in walked.files.items()}
    return {address: found for address, found in problems.items() if found}


def too_few_files(walked: Crawl, language: Language) -> object:
    return sorted(walked.files) if len(walked.files) < FEWEST_FILES else None


def too_few_entries(walked: Crawl, language: Language) -> object:
    return len(walked.entries) if len(walked.entries) < FEWEST_ENTRIES else None


def too_few_feeds(walked: Crawl, language: Language) -> object:
    return sorted(walked.feeds) if len(walked.feeds) < FEWEST_FEEDS else None


def heavy_pages(walked: Crawl, language: Language) -> object:
    return {address: size for address, size in walked.sizes.items() if size > LARGEST}


def nothing_to_mark(walked: Crawl, language: Language) -> object:
    """A walk without a single mention would prove nothing of the footnote."""
    return not any(facts.mentions for facts in walked.pages.values())


CHECKS = (
    failures,
    too_few_pages,
    redirects_but_for_lists_of_resources,
    links_to_other_languages_that_are_not_the_same_page,
    bare_mentions,
    mentions_marked_twice,
    footnotes_missing_or_superfluous,
    footnotes_of_other_words,
    nothing_to_mark,
    documents_in_another_language,
    cyrillic_in_latin_serbian,
    no_heading_or_several,
    no_title_or_an_empty_one,
    titles_of_several_pages,
    ids_used_twice,
    fragments_that_lead_nowhere,
    pictures_without_alternative,
    inline_scripts_and_styles,
    heavy_pages,
    too_few_feeds,
    feeds_out_of_order,
    too_few_files,
    files_out_of_order,
    too_few_entries,
    entries_of_bibliographies_out_of_order,
    calendars_out_of_order,
    spreadsheets_out_of_order,
)


def by_page(walked: Crawl, of: Callable[[PageFacts], object]) -> dict[str, object]:
    """What `of` finds on each page, where it finds anything."""
    return {address: found for address, facts in walked.pages.items() if (found := of(facts))}


# One test a rendering, so that tests spread over several processes do not walk the same way twice.
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_page_is_in_order(starter_content: None, language: Language) -> None:
    walked = crawl(language.code)
    assert {check.__name__: found for check in CHECKS if (found := check(walked, language))} == {}


#: What can be said of pages by themselves, without the walk that led to them.
OF_A_WALK = (failures, too_few_pages, nothing_to_mark, too_few_feeds, too_few_files, too_few_entries)
OF_A_PAGE = tuple(check for check in CHECKS if check not in OF_A_WALK)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_page_for_members_is_in_order(starter_content: None, client: Client, language: Language) -> None:
    """No walk of a visitor leads to them."""
    client.force_login(make_superuser())
    walked = Crawl()
    open_to_all = visible_pages(Page.objects.all(), None)
    with translation.override(language.code):
        addresses = [page.url for page in Page.objects.live().exclude(pk__in=open_to_all.values("pk")) if page.url]
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        walked.pages[address] = read_page(response.content.decode())
        walked.sizes[address] = len(response.content)
    assert len(walked.pages) >= 10
    assert {check.__name__: found for check in OF_A_PAGE if (found := check(walked, language))} == {}
