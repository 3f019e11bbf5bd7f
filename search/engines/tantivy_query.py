"""A question in tantivy's terms."""

from __future__ import annotations

from collections.abc import Iterable

import tantivy

from search.analysis.language_groups import GROUP_CODES
from search.documents.facets import FacetName
from search.engines.base import EngineQuery
from search.engines.tantivy_schema import PARTS, words_field

#: What a word in a title is worth against one in the text.
_PART_WEIGHTS = {"title": 4.0, "summary": 2.0, "text": 1.0}

#: How much the weaker fields add to the strongest (measured: search findings, "Words : lemmas", tie 0.3).
_TIE = 0.3

#: More values than any facet has.
_FACET_VALUES = 1_000


def matching(schema: tantivy.Schema, query: EngineQuery, without: FacetName | None = None) -> tantivy.Query:
    """Words, audience and all filters, but for those of the facet `without`."""
    clauses = [(tantivy.Occur.Must, _words(schema, query))]
    conditions = [("audience", sorted(query.audiences))]
    conditions += [(name.value, list(values)) for name, values in query.filters.items() if values and name != without]
    for field, values in conditions:
        condition = tantivy.Query.term_set_query(schema, field, values)
        # A filter says yes or no; it must not change the order.
        clauses.append((tantivy.Occur.Must, tantivy.Query.const_score_query(condition, 0.0)))
    return tantivy.Query.boolean_query(clauses)


def facet_counts(names: Iterable[FacetName]) -> dict[str, dict[str, dict[str, object]]]:
    """The aggregation that counts the values of these facets."""
    return {name.value: {"terms": {"field": name.value, "size": _FACET_VALUES}} for name in names}


def _words(schema: tantivy.Schema, query: EngineQuery) -> tantivy.Query:
    if not query.words:
        return tantivy.Query.all_query()
    clauses = [(tantivy.Occur.Should, _word(schema, word, query)) for word in query.words]
    return tantivy.Query.boolean_query(clauses, minimum_number_should_match=query.required)


def _word(schema: tantivy.Schema, word: str, query: EngineQuery) -> tantivy.Query:
    """One word in any part of any language: the best place counts, the others a little."""
    places = [
        tantivy.Query.boost_query(
            tantivy.Query.term_query(schema, words_field(part, group), word),
            _PART_WEIGHTS[part] * query.group_weights.get(group, 1.0),
        )
        for group in GROUP_CODES
        for part in PARTS
    ]
    return tantivy.Query.disjunction_max_query(places, tie_breaker=_TIE)
