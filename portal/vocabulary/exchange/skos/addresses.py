"""The permanent addresses of concepts: their names for programs, which stay whatever becomes of the pages."""

from __future__ import annotations

from typing import Final

from django.urls import reverse

from portal.core.pages.addresses import absolute

#: By the ending of the file's address: what `Accept` calls it, and what rdflib does.
FORMATS: Final = {
    "ttl": ("text/turtle", "turtle"),
    "rdf": ("application/rdf+xml", "xml"),
    "jsonld": ("application/ld+json", "json-ld"),
}


def scheme_address() -> str:
    """The name of the glossary as a whole."""
    return absolute(reverse("vocabulary_id:scheme"))


def concept_address(identifier: str) -> str:
    """The name of one concept. Identifiers are written once, so this never changes."""
    return f"{_concepts()}{identifier}"


def identifier_in(address: str) -> str:
    """The identifier in a name of ours, of a concept that need not exist; "" for any other address."""
    concepts = _concepts()
    return address.removeprefix(concepts) if address.startswith(concepts) else ""


def _concepts() -> str:
    return absolute(reverse("vocabulary_id:concept", args=["x"])).removesuffix("x")
