"""A stream in two languages: which block translates which, and a translated stream made of texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.blocks.stream_block import StreamValue

from portal.desk.units.blocks import Path, texts_in, with_texts

#: A block as streams store it: its type, value and id.
Stored = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """A block of the source, and the one that translates it, if there is one yet. `id` is the source's."""

    id: str
    source: Stored
    target: Stored | None


def stored(stream: Any) -> list[Stored]:
    """The blocks of a stream as they are stored, those of types that no longer exist left out."""
    if not stream:
        return []
    known = stream.stream_block.child_blocks
    return [item for item in stream.get_prep_value() if item["type"] in known]


def pairs(source: list[Stored], target: list[Stored]) -> tuple[list[Pair], list[Stored]]:
    """Each block of the source with its translation, and the blocks of the target that translate none.

    Blocks that were translated here have the id of their source, so they are found wherever they have been moved to.
    Those that somebody wrote in the edit form have ids of their own; they are taken in their order, type by type.
    """
    by_id = {item["id"]: item for item in target}
    wanted = {item["id"] for item in source}
    own = [item for item in target if item["id"] not in wanted]
    found: list[Pair] = []
    for item in source:
        same = by_id.get(item["id"])
        if same is None or same["type"] != item["type"]:
            same = next((other for other in own if other["type"] == item["type"]), None)
            if same is not None:
                own.remove(same)
        found.append(Pair(item["id"], item, same))
    return found, own


def stream_texts(block: Any, pair: Pair) -> Iterator[tuple[Path, Any, str]]:
    """The texts of a block of the source, each with its path and what translates it."""
    child = block.child_blocks[pair.source["type"]]
    translated = {text.path: text.text for text in texts_in(child, (pair.target or {}).get("value"))}
    for text in texts_in(child, pair.source["value"]):
        yield text.path, text, translated.get(text.path, "")


def translated_stream(block: Any, source: Any, target: Any, texts: Mapping[tuple[str, Path], str]) -> StreamValue:
    """The stream of the translation with these texts, keyed by the id of the source's block and the path in it.

    Texts that are not named stay. Blocks of the source that hold no text (a file, a picture without caption) come
    along once something else of the stream is translated, and blocks that only the translation has stay at its end.
    """
    found, own = pairs(stored(source), stored(target))
    made: list[Stored] = []
    any_text = False
    for pair in found:
        child = block.child_blocks[pair.source["type"]]
        texts_now = {
            path: texts.get((pair.id, path), translated) for path, _text, translated in stream_texts(block, pair)
        }
        written = any(texts_now.values())
        any_text = any_text or written
        says_nothing = not any(text.text for text in texts_in(child, pair.source["value"]))
        if written or says_nothing:
            base = pair.target or pair.source
            value = with_texts(child, base["value"], texts_now)
            made.append({"type": pair.source["type"], "value": value, "id": pair.id})
    return StreamValue(block, [*(made if any_text or target else []), *own], is_lazy=True)
