"""What a pack has besides its pages: lists of all and by topic, the index of its search, a file to read first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from portal.core.languages.catalogue import Language
from portal.core.languages.collation import letter_of, sort_key
from portal.core.pages.addresses import absolute
from portal.core.scripts.html import latinise_html
from portal.core.scripts.serbian import to_latin
from portal.core.static_files.storage import INDEX, join_style_sheet
from portal.core.status_note.html import mark_html
from portal.core.status_note.text import mark_document
from portal.core.text_exit import finished
from search.offline_pack.naming import list_name, list_path
from search.offline_pack.pack import OfflinePack
from search.offline_pack.resources import TOPICS, Resource
from search.offline_pack.word_index import as_script, word_index
from search.queries.choices import Choices
from search.queries.facet_groups import LABELS

_ASSETS = Path(__file__).with_name("assets")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of a pack in one rendering, as its lists name it; `lang` is always that of its title and summary."""

    resource: Resource
    title: str
    summary: str
    lang: str
    kind: str
    is_sample: bool
    text: str
    everything: str


@dataclass(frozen=True, slots=True)
class Whole:
    """What all pages of a pack in one rendering say of it. `others` are its other renderings."""

    language: Language
    title: str
    address: str
    languages: tuple[Language, ...]
    is_restricted: bool

    @property
    def others(self) -> list[Language]:
        return [language for language in self.languages if language != self.language]


def whole_of(pack: OfflinePack, languages: tuple[Language, ...], language: Language, is_restricted: bool) -> Whole:
    """In the active language, which is that of `language`."""
    return Whole(
        language=language,
        title=list_name(pack.parameters),
        address=absolute(list_path(pack.parameters, pack.documents)),
        languages=languages,
        is_restricted=is_restricted,
    )


def page_file(template: str, whole: Whole, context: dict[str, Any]) -> str:
    """A page of the pack as it leaves: in its script, with the status footnote."""
    frame = {"whole": whole, "language": whole.language, "site_name": settings.WAGTAIL_SITE_NAME, "up": "../"}
    html = render_to_string(template, {**frame, **context})
    return mark_html(latinise_html(html), whole.language.code)


def lists(whole: Whole, entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Names and contents of the files by which a rendering is gone through. `entries` are sorted as readers look."""
    has_sample = any(entry.is_sample for entry in entries)
    by_letter: dict[str, list[Entry]] = {}
    for entry in entries:
        by_letter.setdefault(letter_of(entry.title, whole.language.code), []).append(entry)
    context = {"has_sample": has_sample, "number": len(entries)}
    yield "index.html", page_file("search/pack/index.html", whole, {**context, "letters": by_letter.items()})
    yield "topics.html", page_file("search/pack/topics.html", whole, {**context, "facets": _topics(entries)})
    yield "search-index.js", _search_index(whole, entries)


def in_order(entries: Sequence[Entry], language: Language) -> list[Entry]:
    return sorted(entries, key=lambda entry: (sort_key(entry.title, language.code), entry.resource.key))


def first_page(wholes: Sequence[Whole]) -> str:
    """What opens the pack: it leads on at once if there is one rendering, else lets one choose."""
    first = wholes[0]
    with translation.override(first.language.code):
        return page_file("search/pack/start.html", first, {"wholes": wholes, "up": ""})


def read_me(wholes: Sequence[Whole], number: int, has_sample: bool) -> str:
    """In each rendering, one after the other; with line ends that old Windows programs know."""
    parts = []
    for whole in wholes:
        with translation.override(whole.language.code):
            frame = {"whole": whole, "site_name": settings.WAGTAIL_SITE_NAME}
            context = {**frame, "number": number, "has_sample": has_sample}
            text = str(render_to_string("search/pack/readme.txt", context))
        if whole.language.code == "sr-latn":
            text = to_latin(text)
        parts.append(mark_document(text.strip(), whole.language.code))
    return ("\n\n\n".join(parts) + "\n").replace("\n", "\r\n")


def assets() -> Iterator[tuple[str, str]]:
    """The site's own style sheet, what a pack needs besides, and the script of its search."""
    yield "assets/site.css", _site_styles()
    for path in sorted(_ASSETS.iterdir()):
        yield f"assets/{path.name}", path.read_text(encoding="utf-8")


@cache
def _site_styles() -> str:
    index = finders.find(INDEX)
    if index is None:
        raise FileNotFoundError(INDEX)
    folder = Path(index).parent
    return join_style_sheet(
        (folder / Path(INDEX).name).read_text(encoding="utf-8"),
        lambda path: (folder / path).read_text(encoding="utf-8"),
    )


def _topics(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    choices = Choices.load()
    found = []
    for name in TOPICS:
        groups = [
            (choice.label, members)
            for value, choice in choices.by_facet[name].items()
            if (members := [entry for entry in entries if value in entry.resource.topics[name]])
        ]
        if groups:
            found.append({"code": name.value, "title": LABELS[name], "groups": groups})
    return found


def _search_index(whole: Whole, entries: Sequence[Entry]) -> str:
    pages = [
        {
            "file": entry.resource.name,
            "title": finished(entry.title, entry.lang),
            "summary": finished(entry.summary, entry.lang),
            "lang": entry.lang,
            "kind": finished(entry.kind, whole.language.html_lang),
        }
        for entry in entries
    ]
    return as_script(pages, word_index((one.title, one.summary, one.text, one.everything) for one in entries))
