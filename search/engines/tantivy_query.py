"""A question in tantivy's terms."""

from __future__ import annotations

import re
from collections.abc import Iterable

import tantivy

from search.documents.facets import FacetName
from search.engines.base import EngineQuery
from search.engines.looked_for import AnyOf, Counted, Filed, InTitle, Node, TitleBeginning, Together, Words
from search.engines.ranking import PART_WEIGHTS, PARTS_TIE, TITLE
from search.engines.text_fields import field_name, title_words

#: More values than any facet has.
_FACET_VALUES = 1_000


def matching(schema: tantivy.Schema, query: EngineQuery, without: FacetName | None = None) -> tantivy.Query:
    """What is looked for, audience and all filters, but for those of the facet `without`."""
    looked_for = tantivy.Query.all_query() if query.looked_for is None else _node(schema, query.looked_for)
    clauses = [(tantivy.Occur.Must, looked_for)]
    conditions = [("audience", sorted(query.audiences))]
    conditions += [(name.value, list(values)) for name, values in query.filters.items() if values and name != without]
    for field, values in conditions:
        condition = tantivy.Query.term_set_query(schema, field, values)
        # A filter says yes or no; it must not change the order.
        clauses.append((tantivy.Occur.Must, tantivy.Query.const_score_query(condition, 0.0)))
    clauses += [(tantivy.Occur.MustNot, _node(schema, node)) for node in query.excluded]
    if query.without:
        clauses.append((tantivy.Occur.MustNot, tantivy.Query.term_set_query(schema, "id", list(query.without))))
    return tantivy.Query.boolean_query(clauses)


def seen_by(schema: tantivy.Schema, audiences: Iterable[str]) -> tantivy.Query:
    """All documents of these audiences."""
    return tantivy.Query.term_set_query(schema, "audience", sorted(audiences))


def facet_counts(names: Iterable[FacetName]) -> dict[str, dict[str, dict[str, object]]]:
    """The aggregation that counts the values of these facets."""
    return {name.value: {"terms": {"field": name.value, "size": _FACET_VALUES}} for name in names}


def _node(schema: tantivy.Schema, node: Node) -> tantivy.Query:
    match node:
        case Words():
            return _words(schema, node)
        case TitleBeginning():
            return _beginning(schema, node)
        case InTitle():
            titled = _in_field(schema, field_name(TITLE, node.group, node.stream), node.words)
            return tantivy.Query.const_score_query(titled, node.weight)
        case Filed():
            found = tantivy.Query.term_query(schema, node.field, node.value)
            return tantivy.Query.const_score_query(found, node.weight)
        case AnyOf():
            among = [_node(schema, one) for one in node.among]
            return tantivy.Query.disjunction_max_query(among, tie_breaker=node.tie)
        case Together():
            parts = [(tantivy.Occur.Should, _node(schema, one)) for one in node.parts]
            return tantivy.Query.boolean_query(parts, minimum_number_should_match=node.required)
        case Counted():
            bonus = tantivy.Query.const_score_query(tantivy.Query.all_query(), node.bonus)
            return tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in (_node(schema, node.node), bonus)])


def _words(schema: tantivy.Schema, node: Words) -> tantivy.Query:
    """In the best part, and a little for the others."""
    parts = []
    for part, weight in PART_WEIGHTS.items():
        found = _in_field(schema, field_name(part, node.group, node.stream), node.words, node.gap)
        parts.append(tantivy.Query.boost_query(found, weight * node.weight))
    return tantivy.Query.disjunction_max_query(parts, tie_breaker=PARTS_TIE)


def _in_field(schema: tantivy.Schema, field: str, wanted: tuple[str, ...], gap: int = 0) -> tantivy.Query:
    words = [tantivy.Query.term_query(schema, field, word) for word in wanted]
    if len(words) == 1:
        return words[0]
    phrase = tantivy.Query.phrase_query(schema, field, list(wanted), slop=gap)
    if not gap:
        return phrase
    # Near each other is a condition; what the words are worth they are worth by themselves. Engines do not agree on
    # how much less those are worth that stand further apart.
    near = tantivy.Query.const_score_query(phrase, 0.0)
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in (near, *words)])


def _beginning(schema: tantivy.Schema, node: TitleBeginning) -> tantivy.Query:
    letters = re.escape(node.letters)
    found = tantivy.Query.regex_query(schema, title_words(node.group), f"{letters}.*")
    return tantivy.Query.const_score_query(found, node.weight)
