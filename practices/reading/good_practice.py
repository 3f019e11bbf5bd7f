"""The page of a good practice."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from portal.core.content_language.localized import Localized
from portal.core.registries.done_this import done_this
from portal.vocabulary.classification import Classification
from practices.models import GoodPractice
from practices.queries.evidence import evidence_of
from practices.reading.frame import (
    classification_context,
    closing_entries,
    frame_context,
    terms_context,
    toc_entry,
)
from practices.reading.parts import standard_items
from practices.reading.related import related_context
from practices.reading.sections import PRACTICE, sections_of, with_terms_explained


def reading_context(page: GoodPractice, localized: Localized, request: HttpRequest) -> dict[str, Any]:
    classification = Classification(page)
    sections, terms = with_terms_explained(sections_of(localized, PRACTICE), localized.code)
    context = {
        **frame_context(page, localized, classification, request),
        **terms_context(terms, classification),
        **classification_context(classification),
        **related_context(page, classification, request),
        "done": done_this(request, page),
        "sections": sections,
        "evidence": evidence_of(page),
        "standard_items": standard_items(page, request),
    }
    context["toc_entries"] = [
        *(toc_entry(section.anchor, section.heading) for section in sections),
        *closing_entries(context),
    ]
    return context
