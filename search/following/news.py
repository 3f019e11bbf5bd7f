"""What saved searches find anew, for the person who saved them."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import translation

from portal.core.languages.catalogue import Language, get_language
from portal.core.pages.addresses import absolute
from portal.core.scripts.serbian import to_latin
from portal.core.visibility.audience import Rules, holder
from search.engines.base import Hit
from search.following.links import list_path
from search.following.saved_search import SavedSearch
from search.following.saving import query_of
from search.queries.choices import Choices
from search.queries.matching import matching_ids
from search.queries.parameters import LibraryQuery
from search.queries.results import ResultItem, Viewer, result_items
from search.understanding.marks import Marks

#: Resources of one search that an e-mail names; of more it gives the number and the way there.
_NAMED = 20


@dataclass(frozen=True, slots=True)
class Found:
    """Documents that a saved search finds and that its person has not been told of, latest date first."""

    saved: SavedSearch
    query: LibraryQuery
    ids: Sequence[str]


@dataclass(frozen=True, slots=True)
class NewResource:
    """A resource as an e-mail names it: plain text, an absolute address."""

    title: str
    kind: str
    beneficiaries: str
    url: str


@dataclass(frozen=True, slots=True)
class News:
    """What an e-mail says of one saved search. `told` are all documents that it speaks of, named or counted."""

    saved: SavedSearch
    name: str
    url: str
    resources: Sequence[NewResource]
    more: int
    told: Sequence[str]


def found_anew(saved: SavedSearch) -> Found | None:
    """Asks as its person would, with what they may see at this moment; None when there is nothing to tell.

    Raises EngineError.
    """
    query = query_of(saved, Choices.load())
    if query is None:
        return None
    known = saved.known_ids()
    found = matching_ids(query, _viewer(saved), get_language(saved.language))
    new = [identifier for identifier in found if identifier not in known]
    return Found(saved, query, new) if new else None


def news(found: Found, language: Language) -> News | None:
    """What was found, in one rendering; None when the database shows this person nothing of it.

    The index may be a moment behind: what it still has, and what is not to be seen any more, is neither named nor
    counted, and is not taken for told.
    """
    with translation.override(language.code):
        viewer = _viewer(found.saved)
        hits = [Hit(identifier, 0.0) for identifier in found.ids]
        items = result_items(hits, viewer, Choices.load(), Marks())
        if not items:
            return None
        return News(
            saved=found.saved,
            name=found.saved.name,
            url=absolute(list_path(found.query)),
            resources=[_resource(item) for item in items[:_NAMED]],
            more=max(0, len(items) - _NAMED),
            told=[item.id for item in items],
        )


def _viewer(saved: SavedSearch) -> Viewer:
    return Viewer(Rules.of_pages(), holder(saved.user), None)


def _resource(item: ResultItem) -> NewResource:
    title = html.unescape(item.title)
    return NewResource(
        # On a page the exit does it, by the `lang` of the element.
        title=to_latin(title) if item.title_lang == "sr-Latn" else title,
        kind=item.type_label,
        beneficiaries=", ".join(item.beneficiaries),
        url=absolute(item.url),
    )
