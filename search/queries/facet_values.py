"""What the pages of a list are filed under, without loading any term: these are known already."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from portal.vocabulary.relations import KINDS, keys_of_pages
from search.documents.facets import FacetName
from search.documents.source import DocumentSource
from search.queries.choices import Choices


def facet_values(
    pages: Sequence[tuple[DocumentSource, Any]], names: Collection[FacetName], choices: Choices
) -> dict[int, dict[FacetName, list[str]]]:
    """For each of these stored pages, by its key, the values of some facets, in any order. One query, or none.

    The facets are of beneficiaries or terms.
    """
    relations = {(source.label, name): _relation(source, name) for source, _page in pages for name in names}
    many = keys_of_pages((page for _source, page in pages), [kind for kind in KINDS if kind in relations.values()])
    found: dict[int, dict[FacetName, list[str]]] = {}
    for source, page in pages:
        found[page.pk] = {}
        for name in names:
            codes = choices.codes.get(name, {})
            keys = _keys(page, relations[source.label, name], many.get(page.pk, {}))
            found[page.pk][name] = [codes[key] for key in keys if key in codes]
    return found


def _relation(source: DocumentSource, name: FacetName) -> str:
    """The relation of the page that has the values; "" when pages of this type have none."""
    return source.lookups.get(name, "").partition("__")[0]


def _keys(page: Any, relation: str, many: dict[str, set[int]]) -> Iterable[int]:
    if relation in KINDS:
        return many.get(relation, ())
    return [getattr(page, f"{relation}_id")] if relation else ()
