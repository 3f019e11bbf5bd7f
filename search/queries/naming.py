"""What a search is called."""

from __future__ import annotations

from search.queries.choices import Choices
from search.queries.facet_groups import active_filters
from search.queries.parameters import LibraryQuery


def search_name(query: LibraryQuery, choices: Choices) -> str:
    """Its words, then its filters as the reader's language has them; "" for the whole library."""
    return ", ".join(filter(None, (query.text, *(one.label for one in active_filters(query, choices)))))
