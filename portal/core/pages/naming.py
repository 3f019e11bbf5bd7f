"""Wagtail's `title` and `slug`, derived from what editors write: the headline in the source language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from anyascii import anyascii
from django.utils.text import slugify
from wagtail.models import Page

if TYPE_CHECKING:
    from portal.core.models.page import ContentPage

_MAX_SLUG = 80

#: The slug of a draft without any title.
UNTITLED = "untitled"


def derive_title(page: ContentPage) -> str:
    """The headline in the source language, else in the first language that has one."""
    from portal.core.languages.catalogue import CONTENT_CODES

    for code in (page.source_language, *CONTENT_CODES):
        headline = getattr(page, f"headline_{code}", "") or ""
        if headline.strip():
            return str(headline).strip()
    return ""


def slug_text(text: str) -> str:
    """ASCII for an address: transliterated, without what stands in brackets and without asterisks."""
    plain = re.sub(r"\([^)]*\)", " ", text).replace("*", "")
    slug = slugify(anyascii(plain)) or slugify(anyascii(text))
    if len(slug) > _MAX_SLUG:
        slug = slug[:_MAX_SLUG].rsplit("-", 1)[0]
    return slug or UNTITLED


def derive_slug(page: ContentPage) -> str:
    """A slug from the title that no sibling has."""
    parent = page.get_parent() if page.path else None
    base = slug_text(derive_title(page))
    slug, number = base, 2
    while parent is not None and not Page._slug_is_available(slug, parent, page):
        slug, number = f"{base}-{number}", number + 1
    return slug
