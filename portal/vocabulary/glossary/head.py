"""What programs read in the head of the page of a concept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.context.page_frame import canonical_url
from portal.core.languages.catalogue import LANGUAGES
from portal.core.languages.reader import current_reader
from portal.core.pages.head import Head, make_head
from portal.vocabulary.glossary.wording import Wording, other_terms, wording
from portal.vocabulary.models import Concept


def concept_head(concept: Concept, preferred: Wording, request: HttpRequest) -> Head:
    """The term that the page shows, with other terms and the note of that same language."""
    reader = current_reader().language
    lang = preferred.html_lang or reader.html_lang
    note = wording(concept, "note", reader)
    others = other_terms(concept, reader.content_code) if not preferred.html_lang else []
    facts: dict[str, Any] = {
        "@type": "DefinedTerm",
        "termCode": concept.identifier,
        "inLanguage": lang,
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "name": _("Glossary"),
            "url": request.build_absolute_uri(reverse("vocabulary:glossary")),
        },
    }
    if others:
        facts["alternateName"] = ", ".join(others)
    if concept.exact_match:
        facts["sameAs"] = concept.exact_match
    return make_head(
        title=preferred.text,
        description=note.text if note.html_lang == preferred.html_lang else "",
        lang=lang,
        language=reader,
        others=LANGUAGES,
        address=canonical_url(request),
        facts=facts,
    )
