"""The glossary as a graph, and the graph as a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from django.core.cache import cache
from django.utils.translation import gettext, override

from portal.core.languages.catalogue import LANGUAGES
from portal.core.text_exit import finished, footnote
from portal.vocabulary.exchange.skos.addresses import FORMATS, concept_address, scheme_address
from portal.vocabulary.exchange.state import related_pairs
from portal.vocabulary.glossary.wording import other_terms
from portal.vocabulary.models import Concept

if TYPE_CHECKING:
    from rdflib import Graph

#: Seconds for which a file is kept that was made of words that nobody changed since.
_KEPT = 24 * 3600
_MADE_BY = "1"


class Statement(NamedTuple):
    """One statement about the glossary. `lang` is that of a text; what has none is an address."""

    subject: str
    property: str
    value: str
    lang: str = ""


def skos_file(suffix: str) -> bytes:
    """The whole glossary in one of FORMATS. Made again only when it says something else (two queries)."""
    statements = list(_statements())
    key = sha256("\n".join(map(repr, (_MADE_BY, *statements))).encode()).hexdigest()
    made: bytes | None = cache.get(f"skos-{suffix}-{key}")
    if made is None:
        graph = graph_of(statements)
        made = (
            _json_ld(graph) if suffix == "jsonld" else graph.serialize(format=FORMATS[suffix].rdflib, encoding="utf-8")
        )
        cache.set(f"skos-{suffix}-{key}", made, _KEPT)
    return made


def _json_ld(graph: Graph) -> bytes:
    """With its context inside, and the concepts in an order of ours: rdflib's is another in each process."""
    data = json.loads(graph.serialize(format="json-ld", auto_compact=True))
    # A glossary without concepts is one node and no graph of several.
    data.get("@graph", []).sort(key=lambda node: node["@id"])
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def graph_of(statements: Iterable[Statement]) -> Graph:
    """The statements as rdflib holds them."""
    from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef

    properties = {"type": RDF.type, "title": DCTERMS.title}
    # This store keeps the order of the statements, so that every process makes the same file.
    graph = Graph(store="SimpleMemory", bind_namespaces="none")
    graph.bind("skos", SKOS)
    graph.bind("dcterms", DCTERMS)
    for subject, name, value, lang in statements:
        node = Literal(value, lang=lang) if lang else URIRef(SKOS[value] if name == "type" else value)
        graph.add((URIRef(subject), properties.get(name) or SKOS[name], node))
    return graph


def _statements() -> Iterator[Statement]:
    """In an order that does not change while the words do not. Flags for reviewers are for editors and stay here."""
    scheme = scheme_address()
    concepts = list(Concept.objects.order_by("identifier"))
    addresses = {concept.pk: concept_address(concept.identifier) for concept in concepts}
    related: dict[int, list[str]] = {}
    for pk, target in related_pairs():
        if pk in addresses and target in addresses:
            related.setdefault(pk, []).append(addresses[target])
    yield from _scheme(scheme, concepts)
    for concept in concepts:
        address = addresses[concept.pk]
        yield Statement(address, "type", "Concept")
        yield Statement(address, "inScheme", scheme)
        if concept.broader_id:
            yield Statement(address, "broader", addresses[concept.broader_id])
        else:
            yield Statement(scheme, "hasTopConcept", address)
            yield Statement(address, "topConceptOf", scheme)
        for name, text, lang in texts_of(concept):
            yield Statement(address, name, finished(text, lang), lang)
        for other in sorted(related.get(concept.pk, ())):
            yield Statement(address, "related", other)
        if concept.exact_match:
            yield Statement(address, "exactMatch", concept.exact_match)
        if concept.close_match:
            yield Statement(address, "closeMatch", concept.close_match)


def _scheme(scheme: str, concepts: list[Concept]) -> Iterator[Statement]:
    """What the whole is called, and the status footnote in each language in which something is mentioned."""
    texts: dict[str, list[str]] = {}
    for concept in concepts:
        for _name, text, lang in texts_of(concept):
            texts.setdefault(lang, []).append(text)
    yield Statement(scheme, "type", "ConceptScheme")
    for language in LANGUAGES:
        with override(language.code):
            yield Statement(scheme, "title", gettext("Glossary"), language.html_lang)
        note = footnote(texts.get(language.html_lang, ()), language.html_lang)
        if note:
            yield Statement(scheme, "editorialNote", note, language.html_lang)


def texts_of(concept: Concept) -> Iterator[tuple[str, str, str]]:
    """Property, text and language (BCP 47) of all texts, in all renderings, as they are stored."""
    for language in LANGUAGES:
        code = language.content_code
        if label := getattr(concept, f"label_{code}"):
            yield "prefLabel", label, language.html_lang
        for other in other_terms(concept, code):
            if other != label:
                yield "altLabel", other, language.html_lang
        if note := getattr(concept, f"note_{code}"):
            yield "note", note, language.html_lang
