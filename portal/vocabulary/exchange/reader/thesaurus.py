"""Concepts of a SKOS file."""

from __future__ import annotations

import json
import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any, Final
from xml.sax.handler import ContentHandler

import defusedxml.sax
from defusedxml.common import DefusedXmlException
from rdflib import RDF, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from portal.core.scripts.serbian import CYRILLIC
from portal.vocabulary.exchange.entries import MOST_CONCEPTS, Entry, Found, Remark
from portal.vocabulary.exchange.reader.refusal import Refusal
from portal.vocabulary.exchange.texts import taken

#: Statements of a file: a hundred for each concept are plenty.
_MOST_STATEMENTS: Final = MOST_CONCEPTS * 100
#: Where a note is looked for, the most telling first.
_NOTES: Final = (SKOS.definition, SKOS.scopeNote, SKOS.note)
_LINKS: Final = {
    "broader": (SKOS.broader, SKOS.narrower),
    "related": (SKOS.related, SKOS.related),
    "exact_match": (SKOS.exactMatch, None),
    "close_match": (SKOS.closeMatch, None),
}
#: Scripts in which the portal keeps a language; what the other one has, it makes by itself or not at all.
_SCRIPTS: Final = {"en": "latn", "sq": "latn", "bs": "latn", "cnr": "latn", "mk": "cyrl", "sr": "cyrl"}
#: Instead of a language: made from the Cyrillic text by the portal.
_MADE: Final = "sr-latn"


def _turtle(data: bytes) -> Graph:
    _utf8(data)
    return Graph().parse(data=data.removeprefix(b"\xef\xbb\xbf"), format="turtle")


def _rdf_xml(data: bytes) -> Graph:
    """Entities and whatever else a document type declares are refused: they can be bombs, or name files to be read."""
    try:
        defusedxml.sax.parseString(data, ContentHandler(), forbid_dtd=True)
    except DefusedXmlException as error:
        raise Refusal("document_type") from error
    return Graph().parse(data=data, format="xml")


def _json_ld(data: bytes) -> Graph:
    """What the file means must be in the file: contexts that lie elsewhere are never fetched."""
    _utf8(data)
    data = data.removeprefix(b"\xef\xbb\xbf")
    if elsewhere := _context_elsewhere(json.loads(data)):
        raise Refusal("context", address=elsewhere[:200])
    return Graph().parse(data=data, format="json-ld")


def _utf8(data: bytes) -> None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal("encoding") from error


def _context_elsewhere(value: Any) -> str:
    """The first context in this JSON that is an address; "" when all are there."""
    if isinstance(value, list):
        return next(filter(None, map(_context_elsewhere, value)), "")
    if not isinstance(value, dict):
        return ""
    contexts = value.get("@context", [])
    for one in contexts if isinstance(contexts, list) else [contexts]:
        if isinstance(one, str):
            return one
    if isinstance(value.get("@import"), str):
        return str(value["@import"])
    return next(filter(None, map(_context_elsewhere, value.values())), "")


def _read(parse: Callable[[bytes], Graph], data: bytes) -> dict[str, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        graph = parse(data)
    if len(graph) > _MOST_STATEMENTS:
        raise Refusal("many", number=MOST_CONCEPTS)
    return {"found": asdict(concepts_of(graph))}


READERS: Final[dict[str, Callable[[bytes], dict[str, Any]]]] = {
    "ttl": lambda data: _read(_turtle, data),
    "rdf": lambda data: _read(_rdf_xml, data),
    "jsonld": lambda data: _read(_json_ld, data),
}


def concepts_of(graph: Graph) -> Found:
    """Each concept that has a term, in the order of their names. Raises Refusal when there are too many, or none."""
    subjects = {*graph.subjects(RDF.type, SKOS.Concept), *graph.subjects(SKOS.prefLabel)}
    subjects -= set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    if len(subjects) > MOST_CONCEPTS:
        raise Refusal("many", number=MOST_CONCEPTS)
    if not subjects:
        raise Refusal("empty")
    unknown: Counter[str] = Counter()
    entries = [_entry(graph, subject, unknown) for subject in sorted(subjects, key=str)]
    _leave_out_circles(entries)
    remarks = []
    if unknown:
        languages = ", ".join(f"{tag[:40]} ({number})" for tag, number in sorted(unknown.items())[:20])
        remarks.append(Remark("languages", {"languages": languages}))
    if next(graph.triples((None, SKOS.hiddenLabel, None)), None):
        remarks.append(Remark("hidden"))
    return Found(entries, remarks)


def _entry(graph: Graph, subject: Node, unknown: Counter[str]) -> Entry:
    entry = Entry(address=str(subject) if isinstance(subject, URIRef) else "")
    for code, texts in _by_language(graph.objects(subject, SKOS.prefLabel), "label", entry, unknown).items():
        entry.texts[f"label_{code}"] = _nearest(texts)
    for code, texts in _by_language(graph.objects(subject, SKOS.altLabel), "other", entry, unknown).items():
        entry.others[code] = sorted({text for _rank, text in texts})
    for kind in _NOTES:
        for code, texts in _by_language(graph.objects(subject, kind), "note", entry, unknown).items():
            entry.texts.setdefault(f"note_{code}", _nearest(texts))
    for name, (forth, back) in _LINKS.items():
        found = {str(node) for node in graph.objects(subject, forth) if isinstance(node, URIRef)}
        if back is not None:
            found |= {str(node) for node in graph.subjects(back, subject) if isinstance(node, URIRef)}
        if found:
            entry.links[name] = sorted(found)
    entry.same = entry.links.get("exact_match", [])
    return entry


def _by_language(
    nodes: Iterable[Node], kind: str, entry: Entry, unknown: Counter[str]
) -> dict[str, list[tuple[int, str]]]:
    """By content language the texts that can be taken, each with how far its tag is from the language's own."""
    found: dict[str, list[tuple[int, str]]] = {}
    for node in sorted(nodes, key=str):
        if not isinstance(node, Literal):
            continue
        code, rank = code_of(node.language or "", str(node))
        if code not in _SCRIPTS:
            if code != _MADE:
                unknown[node.language or "?"] += 1
            continue
        text = taken(str(node), kind)
        if isinstance(text, Remark):
            entry.remarks.append(Remark(text.key, {**text.about, "field": kind, "code": code}))
        elif text:
            found.setdefault(code, []).append((rank, text))
    return found


def code_of(tag: str, text: str) -> tuple[str, int]:
    """The content language that a tag (BCP 47) stands for and how many subtags more it has; "" for none of ours.

    Serbian in Latin letters, marked as such or without a script, is `sr-latn`: the portal makes it itself.
    """
    primary, *more = tag.lower().split("-")
    if primary not in _SCRIPTS:
        return "", 0
    script = next((part for part in more if len(part) == 4 and part.isalpha()), "")
    if primary == "sr" and (script == "latn" or (not script and not CYRILLIC.search(text))):
        return _MADE, 0
    if script not in ("", _SCRIPTS[primary]):
        return "", 0
    return primary, len(more) - bool(script)


def _nearest(texts: list[tuple[int, str]]) -> list[str]:
    """Those with the plainest tag: `en` before `en-GB`."""
    best = min(rank for rank, _text in texts)
    return sorted({text for rank, text in texts if rank == best})


def _leave_out_circles(entries: list[Entry]) -> None:
    """Takes the broader concepts from those that are broader than themselves, and says so."""
    above = {entry.address: set(entry.links.get("broader", ())) for entry in entries if entry.address}
    circling = set(above)
    while True:
        # What has nothing above it, or nothing below it, is in no circle with the rest.
        targets = {target for one in circling for target in above[one]}
        loose = {one for one in circling if one not in targets or not (above[one] & circling)}
        if not loose:
            break
        circling -= loose
    for entry in entries:
        if entry.address in circling:
            del entry.links["broader"]
            entry.remarks.append(Remark("circle"))
