"""What the library answers, in the shape of the API."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from portal.core.languages.catalogue import Language
from search.api.exit import Exit
from search.api.schemas import (
    DidYouMean,
    Facet,
    FacetValue,
    FileFound,
    Named,
    Resource,
    SearchAnswer,
    Suggested,
    SuggestionsAnswer,
    TextLanguage,
)
from search.queries.addresses import Addresses
from search.queries.facet_groups import FacetGroup
from search.queries.file_matches import FileMatch
from search.queries.library import PAGE_SIZE, LibraryAnswer
from search.queries.results import ResultItem
from search.queries.suggestions import Suggestion


def search_answer(
    answer: LibraryAnswer, reader: Language, addresses: Addresses, absolute: Callable[[str], str]
) -> SearchAnswer:
    """`absolute` makes an address of the portal one with the host; `addresses` are those of the API."""
    leaving = Exit(reader)
    number = answer.query.page
    return SearchAnswer(
        lang=reader.html_lang,
        total=answer.total,
        page=number,
        pages=answer.last_page,
        page_size=PAGE_SIZE,
        sort=answer.query.sort.value,
        previous=absolute(addresses.page(number - 1)) if number > 1 else None,
        next=absolute(addresses.page(number + 1)) if number < answer.last_page else None,
        results=[_resource(item, leaving, absolute) for item in answer.items],
        facets=[_facet(group, leaving, reader) for group in answer.groups],
        also_searched=[leaving.written(term.label, term.lang) for term in answer.also],
        did_you_mean=DidYouMean(
            text=leaving.text(answer.suggestion), url=absolute(addresses.searching(answer.suggestion))
        )
        if answer.suggestion
        else None,
        is_simple=answer.degraded,
        # Last: now everything else has passed.
        status_note=leaving.status_note,
    )


def suggestions_answer(
    found: Sequence[Suggestion], reader: Language, absolute: Callable[[str], str]
) -> SuggestionsAnswer:
    leaving = Exit(reader)
    return SuggestionsAnswer(
        lang=reader.html_lang,
        suggestions=[
            Suggested(
                label=leaving.text(one.label, one.lang),
                lang=one.lang or reader.html_lang,
                url=absolute(one.url),
                kind=leaving.text(one.kind),
            )
            for one in found
        ],
        status_note=leaving.status_note,
    )


def _resource(item: ResultItem, leaving: Exit, absolute: Callable[[str], str]) -> Resource:
    return Resource(
        id=item.id,
        type=Named(code=item.type_code, label=leaving.text(item.type_label)),
        title=leaving.marked(item.title, item.title_lang),
        url=absolute(item.url),
        summary=leaving.marked(item.summary, item.summary_lang) if item.summary else None,
        passage=leaving.marked(item.snippet_html, item.snippet_lang) if item.snippet_html else None,
        file=_file(item.file, leaving, absolute) if item.file else None,
        beneficiaries=[leaving.text(label) for label in item.beneficiaries],
        stages=[leaving.text(label) for label in item.stages],
        evidence=leaving.text(item.evidence_label) or None,
        languages=[
            TextLanguage(
                code=language.code,
                label=leaving.text(language.native_name, language.html_lang),
                lang=language.html_lang,
            )
            for language in item.languages
        ],
        # Reference and the like, as they were adopted.
        notes=[leaving.written(note, "en") for note in item.notes],
        date=item.date,
        year=int(item.year) if item.year else None,
        is_sample=item.is_sample,
        is_restricted=bool(item.restricted_label),
        is_review_overdue=item.outdated_review,
    )


def _file(file: FileMatch, leaving: Exit, absolute: Callable[[str], str]) -> FileFound:
    return FileFound(
        title=leaving.marked(file.title, file.lang),
        url=absolute(file.url),
        type=leaving.text(file.type_label),
        place=leaving.text(file.place) or None,
        passage=leaving.marked(file.passage, file.lang) if file.passage else None,
    )


def _facet(group: FacetGroup, leaving: Exit, reader: Language) -> Facet:
    return Facet(
        name=group.code,
        label=leaving.text(group.label),
        values=[
            FacetValue(
                value=choice.value,
                label=leaving.text(choice.label, choice.lang),
                lang=choice.lang or reader.html_lang,
                count=choice.count,
                is_chosen=choice.checked,
            )
            for choice in group.choices
        ],
    )
