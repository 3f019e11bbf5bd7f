"""The pictures of a page, and in which of its languages they are not described."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from portal.core.content_language.localized import ready_codes, shown_codes
from portal.core.content_language.missing import MissingPart
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES

if TYPE_CHECKING:
    from portal.core.models.page import ContentPage


def shown_pictures(page: ContentPage) -> Mapping[int, frozenset[str]]:
    """The keys of the page's images, each with the languages in which readers meet it.

    A picture of the page itself is met wherever title and summary are, one in a text where that text is read.
    """
    from portal.core.models.image import PortalImage

    found: dict[int, set[str]] = defaultdict(set)
    for field in page._meta.concrete_fields:
        if field.related_model is PortalImage:
            if key := getattr(page, field.attname):
                found[key] |= set(shown_codes(page))
        elif isinstance(field, TranslationField) and hasattr(field, "extract_references"):
            if field.language not in ready_codes(page) or not (text := getattr(page, field.name)):
                continue
            for model, key, *_place in field.extract_references(text):
                if model is PortalImage:
                    found[int(key)].add(field.language)
    return {key: frozenset(codes) for key, codes in found.items()}


def undescribed(page: ContentPage) -> list[tuple[Any, str]]:
    """Images with the languages in which the page shows them to readers without a word of what they show.

    One query for a page with pictures, none for others.
    """
    from portal.core.models.image import PortalImage

    pictures = shown_pictures(page)
    if not pictures:
        return []
    images = PortalImage.objects.filter(pk__in=pictures, is_decorative=False).order_by("pk")
    return [
        (image, code)
        for image in images
        for code in CONTENT_CODES
        if code in pictures[image.pk] and not getattr(image, f"alternative_text_{code}")
    ]


def missing_descriptions(page: ContentPage) -> list[MissingPart]:
    """The alternative texts without which the page cannot be published, each with the way to the image's form."""
    return [
        MissingPart(
            "",
            _("Alternative text of the picture “%(title)s” (%(language)s)")
            % {"title": image.title, "language": BY_CODE[code].native_name},
            reverse("wagtailimages:edit", args=[image.pk]),
        )
        for image, code in undescribed(page)
    ]
