"""Facets and terms from `taxonomy.json`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import json_document, json_entries
from portal.core.starter.records import BrokenRow
from portal.core.starter.report import Report
from portal.vocabulary.models import Facet, Term
from portal.vocabulary.starter.texts import flags, store, texts_of_record, texts_of_row

#: What a term has that a file says nothing of.
_NOTHING_GIVEN = {"review_languages": "", **{f"description_{code}": "" for code in CONTENT_CODES}}


def load_taxonomy(path: Path, report: Report) -> None:
    """Facets in the order of the file, terms by their `order`. A term's key is `<facet>/<code>`."""
    entries = json_entries(json_document(path, "facet", report), "facets", "facet", report)
    with BatchLoader(
        kind="facet",
        existing={facet.code: facet for facet in Facet.objects.all()},
        current=_facet_as_it_is,
        write=_write_facet,
        report=report,
    ) as facets:
        for position, entry in enumerate(entries, 1):
            facets.load_made(entry.get("code") or f"number {position}", partial(_facet_of_entry, entry, position))
    with BatchLoader(
        kind="term",
        existing={f"{term.facet.code}/{term.code}": term for term in Term.objects.select_related("facet")},
        current=_term_as_it_is,
        write=partial(_write_term, facets.existing),
        report=report,
    ) as terms:
        for entry in entries:
            for term in json_entries(entry, "terms", "term", report):
                terms.load_made(f"{entry.get('code')}/{term.get('code')}", partial(_term_of_entry, entry, term))


def _facet_of_entry(entry: Mapping[str, Any], position: int) -> dict[str, Any]:
    return {"code": entry["code"], "position": position, **texts_of_row("label", entry["labels"])}


def _facet_as_it_is(facet: Facet) -> dict[str, Any]:
    return {"code": facet.code, "position": facet.position, **texts_of_record(facet, "label")}


def _write_facet(facet: Facet | None, values: Mapping[str, Any]) -> Facet:
    return store(facet or Facet(), values)


def _term_of_entry(entry: Mapping[str, Any], term: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "facet": entry["code"],
        "code": term["code"],
        "position": int(term["order"]),
        **texts_of_row("label", term["labels"]),
        **_as_far_as_given(
            flags(term.get("review", ())),
            texts_of_row("description", term["descriptions"]) if "descriptions" in term else {},
        ),
    }


def _term_as_it_is(term: Term) -> dict[str, Any]:
    return {
        "facet": term.facet.code,
        "code": term.code,
        "position": term.position,
        **texts_of_record(term, "label"),
        **_as_far_as_given(term.review_languages, texts_of_record(term, "description")),
    }


def _as_far_as_given(review: str, descriptions: Mapping[str, str]) -> dict[str, str]:
    """Most terms explain themselves. What came later leaves the checksums of those that lack it as they were."""
    found = {"review_languages": review} if review else {}
    return {**found, **descriptions} if any(descriptions.values()) else found


def _write_term(facets: Mapping[str, Facet], term: Term | None, values: Mapping[str, Any]) -> Term:
    facet = facets.get(values["facet"])
    if facet is None:
        raise BrokenRow(f"facet “{values['facet']}” was not loaded")
    return store(term or Term(), {**_NOTHING_GIVEN, **values, "facet": facet}, relations=["facet"])
