"""News and highlights as lines of lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from wagtail.images.shortcuts import get_rendition_or_not_found

from portal.core.models import PortalImage
from portal.core.pages.listing import listed
from portal.website.queries.dated import LIST_PICTURE


def news_items(pages: Iterable[Any], request: HttpRequest) -> list[dict[str, Any]]:
    """In the form of components/news_item.html."""
    return [listed(page, request, date=page.date, picture=picture(page.image, LIST_PICTURE)) for page in pages]


def picture(image: PortalImage | None, size: str) -> dict[str, Any] | None:
    """An image in one size, in the form of components/figure.html; its words are in the reader's language.

    None without one, also where its file is gone: a page without a picture reads better than one with a broken one.
    """
    if image is None:
        return None
    rendition = get_rendition_or_not_found(image, size)
    if not rendition.width:
        return None
    return {
        "url": rendition.url,
        "width": rendition.width,
        "height": rendition.height,
        "alt": image.default_alt_text,
        "credit": image.credit,
    }
