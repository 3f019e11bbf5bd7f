"""Addresses within the library: each changes one thing and keeps the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from search.documents.facets import FacetName
from search.engines.base import Sort
from search.queries.parameters import ALSO, OFF, LibraryQuery


@dataclass(frozen=True, slots=True)
class Addresses:
    """`path` is the library's own address. A change of words, filters or order leads back to the first page."""

    path: str
    query: LibraryQuery

    def of(self, query: LibraryQuery) -> str:
        pairs = pairs_of(query)
        if query.page > 1:
            pairs.append(("page", str(query.page)))
        return f"{self.path}?{urlencode(pairs)}" if pairs else self.path

    def page(self, number: int) -> str:
        return self.of(replace(self.query, page=number))

    def sorted_by(self, sort: Sort) -> str:
        return self.of(replace(self.query, sort=sort, page=1))

    def without(self, name: FacetName, value: str) -> str:
        remaining = {
            facet: tuple(one for one in values if (facet, one) != (name, value))
            for facet, values in self.query.filters.items()
        }
        filters = {facet: values for facet, values in remaining.items() if values}
        return self.of(replace(self.query, filters=filters, page=1))

    def without_filters(self) -> str:
        return self.of(replace(self.query, filters={}, page=1))

    def searching(self, text: str) -> str:
        """The same filters with other words."""
        return self.of(replace(self.query, text=text, page=1))

    def with_equivalents(self, wanted: bool) -> str:
        return self.of(replace(self.query, with_equivalents=wanted, page=1))

    def hidden_in_search(self) -> list[tuple[str, str]]:
        """What a form with the field for words has to keep: everything but the words."""
        return [(name, value) for name, value in pairs_of(self.query) if name != "q"]

    def hidden_in_filters(self) -> list[tuple[str, str]]:
        """What the form of filters has to keep: words, what else is searched for, and order."""
        return [(name, value) for name, value in pairs_of(self.query) if name in {"q", "sort", ALSO}]


def pairs_of(query: LibraryQuery) -> list[tuple[str, str]]:
    """Everything that an address says of a query but the page, in an order of its own."""
    pairs = [("q", query.text)] if query.text else []
    pairs += [(name.value, value) for name, values in query.filters.items() for value in values]
    if query.sort != query.default_sort:
        pairs.append(("sort", query.sort.value))
    if query.text and not query.with_equivalents:
        pairs.append((ALSO, OFF))
    return pairs
