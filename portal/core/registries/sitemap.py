"""Addresses that are public but no pages: features declare them, `/sitemap.xml` names them beside the pages.

A feature registers a source in its `sitemap_entries.py`. It names each address once, in any rendering; the sitemap has
it in all of them, as the site itself links them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

#: Answers with paths, such as `/en/glossary/prison/`, of what a visitor without an account may see.
AddressSource = Callable[[], Iterable[str]]

_sources: list[AddressSource] = []


def register_addresses(source: AddressSource) -> None:
    _sources.append(source)


def public_addresses() -> list[str]:
    """The paths of all sources, those of one source in its order."""
    return [path for source in _sources for path in source()]
