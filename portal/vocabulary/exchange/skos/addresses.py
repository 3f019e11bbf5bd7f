"""The permanent addresses of concepts: their names for programs, which stay whatever becomes of the pages."""

from __future__ import annotations

from typing import Final, NamedTuple

from django.urls import reverse

from portal.core.pages.addresses import absolute


class Format(NamedTuple):
    """`type` is what `Accept` calls it, `rdflib` what rdflib does, `name` what people do."""

    type: str
    rdflib: str
    name: str


#: By the ending of the file's address.
FORMATS: Final = {
    "ttl": Format("text/turtle", "turtle", "Turtle"),
    "rdf": Format("application/rdf+xml", "xml", "RDF/XML"),
    "jsonld": Format("application/ld+json", "json-ld", "JSON-LD"),
}


class SkosFile(NamedTuple):
    """Where the glossary lies in one format."""

    url: str
    type: str
    name: str


def skos_files() -> list[SkosFile]:
    """The glossary in all formats."""
    return [
        SkosFile(reverse("vocabulary_id:file", args=[suffix]), one.type, one.name) for suffix, one in FORMATS.items()
    ]


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
