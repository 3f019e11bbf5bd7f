"""What becomes of the links to pages and documents that rich text holds by number.

A target that the visitor may not see leaves a link without an address, which the filter `without_empty_links` takes
out of the finished text: what was linked reads like the words around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from portal.core.rich_text.targets import Addresses, document_addresses, page_addresses, target_id


class VisiblePageLinkHandler(PageLinkHandler):
    """Links to pages, for those who may see them."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        return _opening_tags(attrs_list, page_addresses)


class VisibleDocumentLinkHandler(DocumentLinkHandler):
    """Links to documents, for those who may see their collection."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        return _opening_tags(attrs_list, document_addresses)


def _opening_tags(attrs_list: list[dict[str, Any]], look_up: Callable[[Iterable[int]], Addresses]) -> list[str]:
    ids = [target_id(attrs.get("id")) for attrs in attrs_list]
    addresses = look_up(ids)
    return [f'<a href="{escape(addresses[pk])}">' if addresses[pk] else "<a>" for pk in ids]
