"""The page of a standard, with its parts."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.core.content_language.localized import Localized
from portal.core.registries.done_this import done_this
from portal.vocabulary.classification import Classification
from practices.models import Standard
from practices.partial_dates import written
from practices.reading.comparison import comparison
from practices.reading.frame import classification_context, closing_entries, frame_context, terms_context, toc_entry
from practices.reading.parts import other_titles, standard_parts
from practices.reading.related import related_context
from practices.rules.comparing import writes_for


def reading_context(page: Standard, localized: Localized, request: HttpRequest) -> dict[str, Any]:
    classification = Classification(page)
    parts, terms = standard_parts(page, localized, request)
    context = {
        **frame_context(page, localized, classification, request),
        **terms_context(terms, classification),
        **classification_context(classification),
        **related_context(page, classification, request),
        "done": done_this(request, page),
        "kind_note": (_("%(kind)s, legally binding") if page.is_binding else _("%(kind)s, not legally binding"))
        % {"kind": page.get_instrument_type_display()},
        "parts": parts,
        "comparison": comparison(page, parts),
        "comparison_url": _comparison_url(page, request),
        "adopted": written(page.adopted_on),
        "revised": written(page.revised_on),
        "other_titles": other_titles(page, localized.code),
    }
    context["toc_entries"] = [
        *([toc_entry("parts", _("Parts, rules and articles"))] if parts else []),
        *(
            toc_entry(part["anchor"], f"{part['number']}: {part['heading']}", level=3, lang=part["lang"])
            for part in parts
            if part["depth"] == 0
        ),
        *([toc_entry("compare", _("What the six Beneficiaries report"))] if context["comparison"] else []),
        *closing_entries(context),
    ]
    return context


def _comparison_url(page: Standard, request: HttpRequest) -> str:
    """Where those who write for a beneficiary do so; "" for everybody else."""
    return (page.get_url(request) or "") + page.reverse_subpage("comparison") if writes_for(request.user) else ""
