"""Resources as starter files have them, and as pages hold them: rich text as its markup, blocks as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from portal.core.content_language.readiness import Readiness
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.starter.pages import PageKind
from portal.core.starter.records import BrokenRow


@dataclass(frozen=True)
class ResourceKind(PageKind):
    """What starter files say of a type of resource.

    `rich_texts` and `streams` are translated too: rich text, and blocks of the type that is given with each.
    """

    rich_texts: tuple[str, ...] = ()
    streams: tuple[tuple[str, str], ...] = ()
    has_documents: bool = False

    def in_language(self, code: str, texts: Mapping[str, Any], readiness: Readiness) -> dict[str, Any]:
        """Values of one language. Rich text may be given as one paragraph or, in a list, as bullets."""
        values: dict[str, Any] = {f"{name}_{code}": texts.get(name) or "" for name in self.texts}
        values |= {f"{name}_{code}": markup(texts.get(name) or "") for name in self.rich_texts}
        values |= {f"{name}_{code}": blocks_as_json(_marked_up(texts.get(name) or [])) for name, _ in self.streams}
        values[f"readiness_{code}"] = readiness.value
        values[f"based_on_{code}"] = 0 if readiness is Readiness.DRAFT else 1
        values[f"needs_review_{code}"] = code != "en" and readiness is not Readiness.DRAFT
        return values

    def current(self, page: Any) -> dict[str, Any]:
        values = super().current(page)
        # Derived from the title; where another page had that address first, it is not what the title says.
        del values["slug"]
        for code in CONTENT_CODES:
            for name in self.rich_texts:
                values[f"{name}_{code}"] = getattr(page, f"{name}_{code}") or ""
            for name, _type in self.streams:
                stream = getattr(page, f"{name}_{code}")
                values[f"{name}_{code}"] = blocks_as_json(block["value"] for block in stream.raw_data) if stream else ""
        if self.has_documents:
            values["documents"] = [block["value"] for block in page.attachments.raw_data]
        return values

    def fill(self, page: Any, values: Mapping[str, Any]) -> None:
        rest = dict(values)
        for name, kind in self.streams:
            for code in CONTENT_CODES:
                set_blocks(page, f"{name}_{code}", kind, json.loads(rest.pop(f"{name}_{code}") or "[]"))
        if self.has_documents:
            set_blocks(page, "attachments", "file", rest.pop("documents"))
        super().fill(page, rest)


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
