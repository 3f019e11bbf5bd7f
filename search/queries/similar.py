"""Resources about the same things as one of them, and why they are: by what they are filed under, by their words."""

from __future__ import annotations

import logging
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.core.content_language.localized import ready_codes
from portal.core.languages.catalogue import content_language
from portal.core.visibility.audience import audiences_for
from portal.vocabulary.classification import Classification
from portal.vocabulary.nearness import nearest_first, nearness
from portal.vocabulary.relations import keys_of_pages
from portal.vocabulary.words import term_words
from search.analysis.language_groups import GROUP_OF
from search.analysis.lemmas import lemma
from search.analysis.stop_words import stop_words
from search.analysis.tokens import words
from search.documents.document import document_id, parse_document_id
from search.documents.facets import FacetName
from search.documents.registry import source_of, sources
from search.documents.source import DocumentSource
from search.engines.base import EngineError, EngineQuery, Hit, Sort
from search.engines.current import current_engine
from search.engines.looked_for import CONCEPT, AnyOf, Counted, Filed, Node, Stream, Together, Words
from search.lexicon.expansion import expand
from search.lexicon.senses import Origin
from search.lexicon.terms import lemmas_of
from search.understanding.weights import reader_weights

logger = logging.getLogger(__name__)

#: How much a thing in common says, by the relation of the page. Two resources may share a stage and have nothing else
#: to do with each other.
WEIGHTS: Mapping[str, int] = {"concepts": 3, "target_groups": 2, "stages": 1, "priority_areas": 1}

#: A priority area holds a third of the library: it brings two resources nearer, but does not make them similar.
_ENOUGH_BY_ITSELF = ("concepts", "target_groups", "stages")

_FACETS = {"target_groups": FacetName.TARGET, "stages": FacetName.STAGE, "priority_areas": FacetName.AREA}

_CONCEPTS = "concepts"

#: What all words of a text together are worth at most, about, in the same unit; and a term of the glossary in it.
_TEXT, _TERM = 6.0, 0.3

#: What it is worth besides that texts are similar at all. A score with at least that for words says so.
_ALIKE = 1.0
_ROUNDING = 0.01

#: Words that a text is compared by, and the share of them that makes two texts similar.
_WORDS = 40
_SIMILAR = 0.3

#: How often a word counts by where it stands.
_TITLE, _SUMMARY = 4, 2

_SHORTEST_WORD = 3

#: Terms of the glossary that resources are compared by.
_TERMS = 8
#: Only what stands for the very concept: no narrower and no broader one.
_SAME_CONCEPT = 0.8

#: Other words that may stand between those of a term.
_GAP = 2

#: Asked for beyond what is wanted, in place of what the index has and the database does not show (any more).
_SPARE = 5


@dataclass(frozen=True, slots=True)
class Similar:
    """`shared` are keys of what both are classified by, by relation (WEIGHTS); `by_text`: their words are alike."""

    page: Any
    shared: Mapping[str, frozenset[int]]
    by_text: bool


def similar_resources(page: Any, classification: Classification, user: Any, limit: int = 5) -> list[Similar]:
    """The resources that have most in common with this one, the most similar first, as far as `user` may see them.

    The engine finds them, among what this audience may see; whether they may still be seen is asked again when they
    are loaded. While it is away, the database says what is classified alike. The same number of queries whatever is
    found: one for each type of page among them, and one for what these are classified by.
    """
    try:
        hits = _hits(page, classification, user, limit + _SPARE)
    except EngineError as error:
        logger.warning("The search engine is away, the database says what is similar: %s", error)
        return _from_database(page, classification, user, limit)
    pages = _loaded([hit.id for hit in hits], user)
    found = [(pages[hit.id], hit.score) for hit in hits if hit.id in pages]
    keys = keys_of_pages((one for one, _score in found), WEIGHTS)
    similar = [_explained(one, score, classification, keys.get(one.pk, {})) for one, score in found]
    return [one for one in similar if one.by_text or any(one.shared.get(kind) for kind in _ENOUGH_BY_ITSELF)][:limit]


def _hits(page: Any, classification: Classification, user: Any, limit: int) -> Sequence[Hit]:
    source = source_of(page._meta.label_lower)
    parts = [*_filed(classification), *(_written(page, source) if source else ())]
    if not parts:
        return ()
    return (
        current_engine()
        .search(
            EngineQuery(
                audiences=audiences_for(user),
                looked_for=Together(tuple(parts), 1),
                without=(document_id(page._meta.label_lower, page.pk),) if page.pk else (),
                sort=Sort.RELEVANCE,
                limit=limit,
            )
        )
        .hits
    )


def _filed(classification: Classification) -> Iterator[Node]:
    for concept in classification.concepts:
        yield Filed(CONCEPT, concept.identifier, float(WEIGHTS[_CONCEPTS]))
    terms = term_words()
    for kind, facet in _FACETS.items():
        for key in sorted(classification.keys[kind]):
            if key in terms:
                yield Filed(facet.value, terms[key].code, float(WEIGHTS[kind]))


def _written(page: Any, source: DocumentSource) -> Iterator[Node]:
    """Words and terms of the page in the language that it was written in, or the first that readers see all of."""
    ready = ready_codes(page)
    if not ready:
        return
    code = page.source_language if page.source_language in ready else ready[0]
    group = GROUP_OF[code]
    title, summary = getattr(page, f"headline_{code}") or "", getattr(page, f"summary_{code}") or ""
    yield from _named_terms(f"{title} {summary}", code)
    counted: Counter[str] = Counter()
    for text, times in ((title, _TITLE), (summary, _SUMMARY), (source.text_in(page, code), 1)):
        for one in _lemmas(text, group):
            counted[one] += times
    # Of equally frequent words the first in the alphabet, so that it is the same choice each time.
    chosen = sorted(counted, key=lambda one: (-counted[one], one))[:_WORDS]
    if chosen:
        weight = _TEXT / len(chosen)
        found = tuple(Words(group, Stream.LEMMAS, (one,), weight) for one in chosen)
        yield Counted(Together(found, math.ceil(len(found) * _SIMILAR)), _ALIKE)


def _lemmas(text: str, group: str) -> Iterator[str]:
    for word in words(text):
        if len(word.folded) >= _SHORTEST_WORD and word.folded.isalpha() and word.folded not in stop_words(group):
            yield lemma(word.folded, group)


def _named_terms(text: str, code: str) -> Iterator[Node]:
    """Terms of the glossary that title and summary name, as they are called in all languages."""
    group = GROUP_OF[code]
    folded = [word.folded for word in words(text)]
    nearness_of = reader_weights(content_language(code))
    found = 0
    for match in expand(folded, {group: 1.0}):
        same = [one for one in match.equivalents if one.origin is Origin.THESAURUS and one.weight >= _SAME_CONCEPT]
        if not same or match.length == 1:
            continue
        named = lemmas_of(" ".join(folded[match.start : match.start + match.length]), group)
        called = dict.fromkeys([(group, named), *((one.group, one.lemmas) for one in same)])
        yield AnyOf(tuple(_term(of, lemmas, _TERM * nearness_of[of]) for of, lemmas in called))
        found += 1
        if found == _TERMS:
            return


def _term(group: str, lemmas: tuple[str, ...], weight: float) -> Words:
    return Words(group, Stream.LEMMAS, lemmas, weight, _GAP if len(lemmas) > 1 else 0)


def _loaded(ids: Sequence[str], user: Any) -> dict[str, Any]:
    keys: dict[str, list[int]] = {}
    for identifier in ids:
        label, key = parse_document_id(identifier)
        keys.setdefault(label, []).append(key)
    found = {}
    for label, wanted in keys.items():
        source = source_of(label)
        if source is not None:
            for page in source.model.objects.filter(pk__in=wanted).listed_for(user):
                found[document_id(label, page.pk)] = page
    return found


def _explained(page: Any, score: float, classification: Classification, keys: Mapping[str, set[int]]) -> Similar:
    shared = {kind: frozenset(classification.keys[kind] & keys.get(kind, set())) for kind in WEIGHTS}
    by_filing = sum(WEIGHTS[kind] * len(shared[kind]) for kind in WEIGHTS)
    # What the score has besides is for words.
    return Similar(page, shared, by_text=score - by_filing >= _ALIKE - _ROUNDING)


def _from_database(page: Any, classification: Classification, user: Any, limit: int) -> list[Similar]:
    models = [source.model for source in sources()]
    weights = {kind: WEIGHTS[kind] for kind in _ENOUGH_BY_ITSELF}
    found = [
        candidate
        for model, near in nearness(page, classification.keys, models, weights).items()
        for candidate in nearest_first(model.objects.listed_for(user), near, "title", "pk")[:limit]
    ]
    found.sort(key=lambda candidate: (-candidate.nearness, candidate.title, candidate.pk))
    keys = keys_of_pages(found[:limit], WEIGHTS)
    return [_explained(one, 0.0, classification, keys.get(one.pk, {})) for one in found[:limit]]
