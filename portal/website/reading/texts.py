"""The body of a page, with its contents and with the terms of the glossary explained."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from portal.core.content_language.localized import Localized
from portal.core.pages.contents import with_contents
from portal.core.pages.listing import lang_beside
from search.queries.explained import explained


def texts_context(article: Mapping[str, Any], localized: Localized) -> dict[str, Any]:
    """What takes the place of `body` in a context of layouts/article.html, with its contents and the terms in it."""
    body, entries = with_contents(article["body"], lang_beside(localized.html_lang))
    found = explained(body, localized.code)
    if entries and found.terms:
        entries = [*entries, {"anchor": "terms", "label": _("Terms on this page")}]
    return {"body": found.texts, "toc_entries": entries, "page_terms": found.terms}
