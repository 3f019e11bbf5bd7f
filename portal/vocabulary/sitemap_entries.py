"""The glossary and its concepts are public, whatever pages are classified by them."""

from __future__ import annotations

from django.urls import reverse

from portal.core.registries.sitemap import register_addresses
from portal.vocabulary.models import Concept


def glossary_addresses() -> list[str]:
    """The glossary, then each concept; nothing as long as there are no concepts."""
    identifiers = Concept.objects.order_by("identifier").values_list("identifier", flat=True)
    glossary = reverse("vocabulary:glossary")
    # Identifiers are slugs: they need no quoting in an address.
    concepts = [f"{glossary}{identifier}/" for identifier in identifiers]
    return [glossary, *concepts] if concepts else []


register_addresses(glossary_addresses)
