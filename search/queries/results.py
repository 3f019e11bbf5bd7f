"""Documents that were found, as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from portal.core.content_language.localized import ready_codes
from portal.core.languages.catalogue import Language, content_language, html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.pages.addresses import page_url
from portal.core.pages.by_key import pages_with_keys
from portal.core.pages.listing import lang_beside
from portal.core.visibility.audience import PUBLIC, Holder, Rules
from search.analysis.language_groups import GROUP_OF
from search.documents.document import document_id, parse_document_id
from search.documents.facets import FacetName
from search.documents.registry import source_of
from search.documents.source import DocumentSource
from search.engines.base import Hit
from search.queries.choices import Choices
from search.queries.facet_values import facet_values
from search.queries.file_matches import FileMatch, file_matches
from search.queries.highlight import highlight
from search.queries.passages import passage
from search.understanding.marks import Marks

#: Facets that a line of the list names.
_NAMED = (FacetName.BENEFICIARY, FacetName.STAGE, FacetName.EVIDENCE)


@dataclass(frozen=True, slots=True)
class ResultItem:
    """What `components/result.html` shows. A `lang` is empty where it is the language of the page around it.

    `snippet_html` is the passage that it was found by, where title and summary do not show why it was; `file` the file
    that it was found by, where the page itself does not show it either.
    """

    id: str
    title: SafeString
    title_lang: str
    url: str
    type_code: str
    type_label: str
    is_sample: bool
    summary: SafeString
    summary_lang: str
    snippet_html: SafeString | None
    snippet_lang: str
    file: FileMatch | None
    beneficiaries: list[str]
    stages: list[str]
    evidence_label: str
    languages: list[Language]
    notes: list[str]
    date: date | None
    year: str
    restricted_label: str
    outdated_review: bool


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks, with the view restrictions of this moment: the index may be a moment behind them.

    There is no request where nobody waits for a page: what is found is told by mail.
    """

    rules: Rules
    who: Holder
    request: HttpRequest | None

    def may_see(self, page: Any) -> bool:
        return self.who.satisfies(self.rules.requirements(page.path))


@dataclass(frozen=True, slots=True)
class _Found:
    """A page that was found, with the values of the facets that its line names, in any order."""

    source: DocumentSource
    page: Any
    values: Mapping[FacetName, list[str]]


def result_items(hits: Sequence[Hit], viewer: Viewer, choices: Choices, marks: Marks) -> list[ResultItem]:
    """The documents in their order; what is not there (any more), or not for this viewer, is left out.

    For each type of page one query, and one for what they are all classified by, however many there are.
    """
    found = _load((hit.id for hit in hits), viewer, choices)
    items = {
        found[hit.id].page.pk: _item(hit, found[hit.id], viewer, choices, marks) for hit in hits if hit.id in found
    }
    unexplained = [key for key, item in items.items() if item.snippet_html is None and "<mark>" not in item.summary]
    files = file_matches(unexplained, viewer.who, marks)
    return [replace(item, file=files[key]) if key in files else item for key, item in items.items()]


def by_source(ids: Iterable[str]) -> Iterator[tuple[DocumentSource, list[int]]]:
    """The keys of the documents' pages, those of one type together; what no feature declares (any more) is left out."""
    keys: dict[str, list[int]] = {}
    for identifier in ids:
        label, key = parse_document_id(identifier)
        keys.setdefault(label, []).append(key)
    for label, wanted in keys.items():
        source = source_of(label)
        if source is not None:
            yield source, wanted


def pages_seen(source: DocumentSource, keys: Iterable[int], viewer: Viewer) -> Iterator[Any]:
    """Of the pages with these keys those that are there and that the viewer may see, for a list, in no order."""
    for page in pages_with_keys(source.model, keys):
        if viewer.may_see(page):
            yield page


def _load(ids: Iterable[str], viewer: Viewer, choices: Choices) -> dict[str, _Found]:
    seen = [(source, page) for source, wanted in by_source(ids) for page in pages_seen(source, wanted, viewer)]
    values = facet_values(seen, _NAMED, choices)
    return {document_id(source.label, page.pk): _Found(source, page, values[page.pk]) for source, page in seen}


def _item(hit: Hit, found: _Found, viewer: Viewer, choices: Choices, marks: Marks) -> ResultItem:
    source, page = found.source, found.page
    card = page.card
    lang = lang_beside(card.html_lang)
    group = GROUP_OF[card.code]
    title = highlight(card.headline or page.title, group, marks)
    summary = highlight(card.summary or "", group, marks)
    snippet, snippet_lang = (None, "") if "<mark>" in summary else _snippet(hit, card.code, marks)
    labels = {
        name: [choices.of(name, value).label for value in choices.known(name, values)]
        for name, values in found.values.items()
    }
    day = source.day(page)
    is_exact = source.is_exact(page)
    return ResultItem(
        id=hit.id,
        title=title,
        title_lang=lang,
        url=page_url(page, viewer.request),
        type_code=source.type_code,
        type_label=choices.of(FacetName.TYPE, source.type_code).label,
        is_sample=page.is_sample,
        summary=summary,
        summary_lang=lang,
        snippet_html=snippet,
        snippet_lang=snippet_lang,
        file=None,
        beneficiaries=labels[FacetName.BENEFICIARY],
        stages=labels[FacetName.STAGE],
        evidence_label=next(iter(labels[FacetName.EVIDENCE]), ""),
        languages=[content_language(code) for code in ready_codes(page)],
        notes=[note for note in source.notes(page) if note],
        date=day if is_exact else None,
        year="" if is_exact else str(day.year),
        restricted_label="" if viewer.rules.audience(page.path) == PUBLIC else gettext("Members only"),
        outdated_review=source.is_review_overdue(page),
    )


def _snippet(hit: Hit, shown_code: str, marks: Marks) -> tuple[SafeString | None, str]:
    """The passage that the hit was found by and its `lang`: in the language that its title is shown in, if it is there,
    else in the one nearest to the reader.
    """
    reader = current_reader().language
    for code in dict.fromkeys((shown_code, reader.content_code, *reader.fallbacks)):
        found = passage(hit.texts.get(code, ""), GROUP_OF[code], marks)
        if found is not None:
            return found, lang_beside(html_lang_for_reader(code, reader))
    return None, ""
