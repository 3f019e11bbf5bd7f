"""Documents that were found, as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from portal.core.content_language.localized import ready_codes
from portal.core.languages.catalogue import Language, content_language
from portal.core.languages.reader import current_reader
from portal.core.visibility.audience import PUBLIC, Holder, Rules
from search.documents.document import document_id, parse_document_id
from search.documents.facets import FacetName
from search.documents.registry import source_of
from search.documents.source import DocumentSource, values_at
from search.queries.choices import Choices
from search.queries.highlight import highlight

#: Facets that a line of the list names.
_NAMED = (FacetName.BENEFICIARY, FacetName.STAGE, FacetName.EVIDENCE)


@dataclass(frozen=True, slots=True)
class ResultItem:
    """What `components/result.html` shows. A `lang` is empty where it is the language of the page around it."""

    id: str
    title: SafeString
    title_lang: str
    url: str
    type_code: str
    type_label: str
    is_sample: bool
    summary: SafeString
    summary_lang: str
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
    """Who looks, with the view restrictions of this moment: the index may be a moment behind them."""

    rules: Rules
    who: Holder
    request: HttpRequest

    def may_see(self, page: Any) -> bool:
        return self.who.satisfies(self.rules.requirements(page.path))


def result_items(ids: Sequence[str], viewer: Viewer, choices: Choices, searched: tuple[str, ...]) -> list[ResultItem]:
    """The documents in their order; what is not there (any more), or not for this viewer, is left out.

    For each type of page one query for the pages and one for each kind of label, however many there are.
    """
    pages = _pages(ids, viewer)
    return [
        _item(identifier, *pages[identifier], viewer, choices, searched) for identifier in ids if identifier in pages
    ]


def _pages(ids: Iterable[str], viewer: Viewer) -> dict[str, tuple[DocumentSource, Any]]:
    keys: dict[str, list[int]] = {}
    for identifier in ids:
        label, key = parse_document_id(identifier)
        keys.setdefault(label, []).append(key)
    found: dict[str, tuple[DocumentSource, Any]] = {}
    for label, wanted in keys.items():
        source = source_of(label)
        if source is None:
            continue
        related = [path.split("__")[0] for name, path in source.lookups.items() if name in _NAMED]
        pages = source.model.objects.filter(live=True, pk__in=wanted).readable().defer_long_texts()
        for page in pages.prefetch_related(*related):
            if viewer.may_see(page):
                found[document_id(label, page.pk)] = (source, page)
    return found


def _item(
    identifier: str,
    source: DocumentSource,
    page: Any,
    viewer: Viewer,
    choices: Choices,
    searched: tuple[str, ...],
) -> ResultItem:
    card = page.card
    lang = "" if card.html_lang == current_reader().language.html_lang else card.html_lang
    labels = {
        name: [choices.of(name, value).label for value in choices.known(name, list(values_at(page, path)))]
        for name, path in source.lookups.items()
        if name in _NAMED
    }
    day = source.day(page)
    is_exact = source.is_exact(page)
    return ResultItem(
        id=identifier,
        title=highlight(card.headline or page.title, searched),
        title_lang=lang,
        url=page.get_url(viewer.request) or "",
        type_code=source.type_code,
        type_label=choices.of(FacetName.TYPE, source.type_code).label,
        is_sample=page.is_sample,
        summary=highlight(card.summary or "", searched),
        summary_lang=lang,
        beneficiaries=labels.get(FacetName.BENEFICIARY, []),
        stages=labels.get(FacetName.STAGE, []),
        evidence_label=next(iter(labels.get(FacetName.EVIDENCE, [])), ""),
        languages=[content_language(code) for code in ready_codes(page)],
        notes=[note for note in source.notes(page) if note],
        date=day if is_exact else None,
        year="" if is_exact else str(day.year),
        restricted_label="" if viewer.rules.audience(page.path) == PUBLIC else gettext("Members only"),
        outdated_review=source.is_review_overdue(page),
    )
