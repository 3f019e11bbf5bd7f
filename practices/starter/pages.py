"""Resources as starter files have them, and as pages hold them.

Texts and relations of a resource are compared as plain values: rich text as its markup, blocks as JSON, related
records by their keys.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from wagtail.models import Page

from portal.core.content_language.readiness import Readiness
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.models import ContentPage
from portal.core.starter.records import BrokenRow
from portal.core.starter.visibility import close_to_all_but, group_that_sees
from practices.starter.lookup import Lookup, part_key

#: Keys of related records, by field.
_KEYS = {
    "beneficiaries": lambda one: one.code,
    "concepts": lambda one: one.identifier,
    "standard_parts": lambda one: part_key(one.standard.reference, one.number),
}


@dataclass(frozen=True, slots=True)
class ResourceKind:
    """The fields of a page type that starter files fill, by what they are.

    `lines` and `texts` are translated: plain and rich text; `streams` too, with the type of their blocks. `facts` are
    plain attributes, `term` is one related term, `related` are relations to several.
    """

    model: type[ContentPage]
    lines: tuple[str, ...] = ("headline", "summary")
    texts: tuple[str, ...] = ()
    streams: tuple[tuple[str, str], ...] = ()
    facts: tuple[str, ...] = ()
    term: str = ""
    related: tuple[str, ...] = ()
    has_documents: bool = False

    @property
    def prefetch(self) -> tuple[str, ...]:
        parts = ("standard_parts__standard",) if "standard_parts" in self.related else ()
        return (*self.related, *parts, "view_restrictions__groups")

    def in_language(self, code: str, texts: Mapping[str, Any], readiness: Readiness) -> dict[str, Any]:
        """Values of one language. Rich text may be given as one paragraph or, in a list, as bullets."""
        values: dict[str, Any] = {f"{name}_{code}": texts.get(name) or "" for name in self.lines}
        values |= {f"{name}_{code}": markup(texts.get(name) or "") for name in self.texts}
        values |= {f"{name}_{code}": blocks_as_json(_marked_up(texts.get(name) or [])) for name, _ in self.streams}
        values[f"readiness_{code}"] = readiness.value
        values[f"based_on_{code}"] = 0 if readiness is Readiness.DRAFT else 1
        values[f"needs_review_{code}"] = code != "en" and readiness is not Readiness.DRAFT
        return values

    def current(self, page: Any) -> dict[str, Any]:
        """What a page holds. A draft that waits makes it different: somebody is working on it."""
        values: dict[str, Any] = {name: getattr(page, name) for name in ("live", "is_sample", *self.facts)}
        for code in CONTENT_CODES:
            for name in (*self.lines, *self.texts, "readiness"):
                values[f"{name}_{code}"] = getattr(page, f"{name}_{code}") or ""
            for name, _type in self.streams:
                stream = getattr(page, f"{name}_{code}")
                values[f"{name}_{code}"] = blocks_as_json(block["value"] for block in stream.raw_data) if stream else ""
            values[f"based_on_{code}"] = getattr(page, f"based_on_{code}") or 0
            values[f"needs_review_{code}"] = bool(getattr(page, f"needs_review_{code}"))
        for name in self.related:
            key = _KEYS.get(name, lambda one: one.code)
            values[name] = [key(one) for one in getattr(page, name).all()]
        if self.term:
            term = getattr(page, self.term)
            values[self.term] = term.code if term else ""
        if self.has_documents:
            values["documents"] = [block["value"] for block in page.attachments.raw_data]
        values["group"] = group_that_sees(page)
        if page.has_unpublished_changes:
            values["draft"] = True
        return values

    def write(self, page: Any, values: Mapping[str, Any], parent: Any, lookup: Lookup) -> Any:
        """Makes (from None) or changes a page and publishes it, with a revision as from an editor's hand."""
        is_new = page is None
        page = self.model(live=False) if is_new else page
        for name in (*self.facts, "is_sample"):
            setattr(page, name, values[name])
        for code in CONTENT_CODES:
            for name in (*self.lines, *self.texts, "readiness", "based_on", "needs_review"):
                setattr(page, f"{name}_{code}", values[f"{name}_{code}"])
            for name, kind in self.streams:
                set_blocks(page, f"{name}_{code}", kind, json.loads(values[f"{name}_{code}"] or "[]"))
        if self.term:
            setattr(page, self.term, lookup.one(self.term, values[self.term]))
        for name in self.related:
            getattr(page, name).set(lookup.many(name, values[name]))
        if self.has_documents:
            set_blocks(page, "attachments", "file", values["documents"])
        if is_new:
            # Fresh: a page that could not be stored leaves the count of children in memory wrong.
            Page.objects.get(pk=parent.pk).add_child(instance=page)
        close_to_all_but(page, values["group"])
        page.save_revision().publish()
        return page


def markup(text: str | Iterable[str]) -> str:
    """Rich text of a paragraph, or of a list of bullets."""
    if isinstance(text, str):
        return f"<p>{escape(text, quote=False)}</p>" if text else ""
    items = "".join(f"<li>{escape(item, quote=False)}</li>" for item in text)
    return f"<ul>{items}</ul>" if items else ""


def blocks_as_json(blocks: Iterable[Mapping[str, Any]]) -> str:
    """Values of blocks in their order; "" for none."""
    listed = [dict(block) for block in blocks]
    return json.dumps(listed, sort_keys=True, ensure_ascii=False) if listed else ""


def set_blocks(page: Any, name: str, kind: str, values: Iterable[Any]) -> None:
    stream_block = page._meta.get_field(name).stream_block
    setattr(page, name, stream_block.to_python([{"type": kind, "value": value} for value in values]))


def _marked_up(blocks: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Texts of steps and contents of sessions are rich text, titles and minutes are not."""
    shown = []
    for block in blocks:
        if not isinstance(block, Mapping):
            raise BrokenRow("a step or session is not an object")
        shown.append({name: markup(value) if name in {"text", "content"} else value for name, value in block.items()})
    return shown
