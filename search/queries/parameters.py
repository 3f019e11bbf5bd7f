"""What an address of the library asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from search.documents.facets import FacetName
from search.engines.base import Sort
from search.queries.choices import Choices

#: Characters of a query that are read; nobody types more, and machines that do get an answer all the same.
MAX_TEXT = 200

#: Pages beyond this one are never asked for.
MAX_PAGE = 10_000

#: In the address: nothing but the words themselves is to be searched for.
ALSO, OFF = "also", "off"

_SORTS = {sort.value: sort for sort in Sort}


@dataclass(frozen=True, slots=True)
class LibraryQuery:
    """Words, filters, order and page as asked for. `filters` has only facets with at least one value.

    `with_equivalents` is False when nothing but the words themselves is to be searched for.
    """

    text: str = ""
    filters: Mapping[FacetName, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.NEWEST
    page: int = 1
    with_equivalents: bool = True

    @property
    def default_sort(self) -> Sort:
        """Best first when something is searched for, else newest first."""
        return Sort.RELEVANCE if self.text else Sort.NEWEST

    @property
    def number_of_filters(self) -> int:
        return sum(len(values) for values in self.filters.values())

    @property
    def is_narrowed(self) -> bool:
        """Whether this is anything else than the whole library in its usual order."""
        return bool(self.text or self.filters) or self.sort != self.default_sort


def parse(parameters: QueryDict, choices: Choices) -> LibraryQuery:
    """Reads an address. Never fails: what makes no sense is left out, as if it had not been asked for."""
    text = searched_text(parameters.get("q", ""))
    filters = {name: choices.known(name, parameters.getlist(name.value)) for name in FacetName}
    query = LibraryQuery(
        text=text,
        filters={name: values for name, values in filters.items() if values},
        page=_page(parameters.get("page", "")),
        with_equivalents=not (text and parameters.get(ALSO) == OFF),
    )
    return replace(query, sort=_sort(parameters.get("sort", ""), query))


def searched_text(value: str) -> str:
    """Without control characters (a NUL byte ends up in databases as an error), spaces made one."""
    printable = "".join(letter if letter.isprintable() else " " for letter in value[: MAX_TEXT * 2])
    return " ".join(printable.split())[:MAX_TEXT].strip()


def _page(value: str) -> int:
    if not (value.isascii() and value.isdigit()):
        return 1
    # Long numbers are not even converted: Python limits how long that may take.
    return min(max(int(value), 1), MAX_PAGE) if len(value) <= len(str(MAX_PAGE)) else MAX_PAGE


def _sort(value: str, query: LibraryQuery) -> Sort:
    wanted = _SORTS.get(value, query.default_sort)
    return query.default_sort if wanted == Sort.RELEVANCE else wanted
