"""Addresses of the pages and documents that texts link to, as far as the present visitor may see them.

What they may not see has no address: a draft, a closed page, a page no language of which is ready, a document of a
closed collection, and what has been deleted are all the same to them. Addresses are in the reader's rendering.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Final

from django.utils import translation
from wagtail.documents import get_document_model
from wagtail.models import Page

from portal.core.visibility.memory import remembered
from portal.core.visibility.querysets import visible_files, visible_pages
from portal.core.visibility.visitor import current_visitor

#: Digits of a number that every database can look for.
_LONGEST_ID: Final = 18

#: By id; "" where there is nothing for this visitor.
Addresses = dict[int, str]


def target_id(stored: object) -> int:
    """The number that a link in a stored text names; 0, which is nothing's, for what cannot be one."""
    text = str(stored)
    return int(text) if text.isdecimal() and len(text) <= _LONGEST_ID else 0


def page_addresses(ids: Iterable[int]) -> Addresses:
    """Takes one query, and one for each type of page among them, for those not asked for before in this request."""
    return _addresses("linked pages", set(ids), _pages)


def document_addresses(ids: Iterable[int]) -> Addresses:
    """Takes one query for those not asked for before in this request."""
    return _addresses("linked documents", set(ids), _documents)


def look_up_links(page: Any, code: str) -> None:
    """Finds at once where all texts of a page in one content language link to.

    Each text would find its own links otherwise, with queries for each of them.
    """
    wanted: dict[type, set[int]] = {Page: set(), get_document_model(): set()}
    for field in page._meta.concrete_fields:
        if not field.name.endswith(f"_{code}") or not hasattr(field, "extract_references"):
            continue
        if not (text := getattr(page, field.name)):
            continue
        for model, stored, *_place in field.extract_references(text):
            if model in wanted:
                wanted[model].add(target_id(stored))
    page_addresses(wanted[Page])
    document_addresses(wanted[get_document_model()])


def _addresses(kind: str, ids: set[int], read: Callable[[set[int], Any], Addresses]) -> Addresses:
    visitor = current_visitor()
    # Whoever asks stays the same while the memory lasts; the rendering may change for a part of the page.
    known: Addresses = remembered((kind, translation.get_language()), dict)
    if unknown := ids - known.keys():
        known |= dict.fromkeys(unknown, "") | read(unknown, visitor)
    return {pk: known[pk] for pk in ids}


def _pages(ids: set[int], visitor: Any) -> Addresses:
    pages = list(visible_pages(Page.objects.filter(pk__in=ids), visitor))
    by_type: dict[type[Page], list[int]] = defaultdict(list)
    for page in pages:
        by_type[page.specific_class or Page].append(page.pk)
    there: set[int] = set()
    for model, keys in by_type.items():
        found: Any = model._default_manager.filter(pk__in=keys)
        # Wagtail's own page knows no languages.
        there |= set((found.readable() if hasattr(found, "readable") else found).values_list("pk", flat=True))
    return {page.pk: page.get_url() or "" for page in pages if page.pk in there}


def _documents(ids: set[int], visitor: Any) -> Addresses:
    documents = visible_files(get_document_model().objects.filter(pk__in=ids), visitor).only("pk", "file")
    return {document.pk: document.url for document in documents}
