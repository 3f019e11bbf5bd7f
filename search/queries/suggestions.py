"""What somebody who is typing may be looking for: titles of the library, and concepts of the glossary."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from portal.core.languages.catalogue import Language
from portal.core.visibility.audience import Rules, holder
from portal.vocabulary.glossary.browse import entries_of, in_order
from search.analysis.language_groups import GROUP_CODES
from search.engines.base import EngineError, EngineQuery, Sort
from search.engines.current import current_engine
from search.engines.looked_for import AnyOf, Node, TitleBeginning, Together
from search.lexicon.glossary import current_glossary
from search.queries.choices import Choices
from search.queries.results import Viewer, result_items
from search.understanding.marks import Marks
from search.understanding.weights import reader_weights
from search.understanding.words import query_words

logger = logging.getLogger(__name__)

#: With fewer letters nearly everything begins so.
_SHORTEST = 2

_RESOURCES, _CONCEPTS = 6, 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A title or term with its address and what kind of thing it is; `lang` is empty where it is that of the page."""

    label: str | SafeString
    lang: str
    url: str
    kind: str


def suggestions(text: str, *, reader: Language, request: HttpRequest) -> list[Suggestion]:
    """The resources of whose titles each word typed begins a word, then concepts. Only what this visitor may see.

    None while the engine is away: the field still searches.
    """
    if sum(len(word.folded) for word in query_words(text)) < _SHORTEST:
        return []
    viewer = Viewer(Rules.of_pages(), holder(request.user), request)
    try:
        hits = current_engine().search(beginnings(text, reader, viewer.rules.audiences(viewer.who))).hits
    except EngineError as error:
        logger.warning("The search engine is away, nothing is suggested: %s", error)
        return []
    items = result_items(hits, viewer, Choices.load(), Marks())
    found = [Suggestion(item.title, item.title_lang, item.url, item.type_label) for item in items]
    concepts = in_order(entries_of(current_glossary().beginning(text), reader), reader)
    return found + [
        Suggestion(entry.term.text, entry.term.html_lang, entry.url, gettext("Glossary"))
        for entry in concepts[:_CONCEPTS]
    ]


def beginnings(text: str, reader: Language, audiences: frozenset[str]) -> EngineQuery:
    """The question for resources of whose titles each word of the text begins a word."""
    weights = reader_weights(reader)
    looked_for: list[Node] = [
        AnyOf(tuple(TitleBeginning(group, word.folded, weights[group]) for group in GROUP_CODES))
        for word in query_words(text)
    ]
    return EngineQuery(
        audiences=audiences,
        looked_for=Together(tuple(looked_for), len(looked_for)),
        sort=Sort.RELEVANCE,
        limit=_RESOURCES,
    )
