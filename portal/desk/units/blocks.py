"""The texts in the blocks of a stream, read from and written to the form in which streams are stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from wagtail import blocks

from portal.desk.units.unit import Kind

#: The way from a block to a text in it: names of its parts; empty when the block is itself a text.
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockText:
    """A text in a block."""

    path: Path
    label: str
    kind: Kind
    text: str
    max_length: int | None = None
    features: tuple[str, ...] = ()


def texts_in(block: Any, value: Any, path: Path = ()) -> Iterator[BlockText]:
    """The texts of a block in the order of its parts, empty ones too; `value` is as stored, None for a new block."""
    if isinstance(block, blocks.StructBlock):
        for name, part in block.child_blocks.items():
            yield from texts_in(part, (value or {}).get(name), (*path, name))
    elif (kind := _kind(block)) is not None:
        limit = getattr(block.field, "max_length", None)
        yield BlockText(path, capfirst(str(block.label)), kind, value or "", limit, tuple(_features(block)))


def with_texts(block: Any, value: Any, texts: Mapping[Path, str], path: Path = ()) -> Any:
    """The stored form of a block with these texts; what is no text stays as it is in `value`."""
    if isinstance(block, blocks.StructBlock):
        old = value or {}
        parts = block.child_blocks.items()
        return {**old, **{name: with_texts(part, old.get(name), texts, (*path, name)) for name, part in parts}}
    return texts.get(path, value) if _kind(block) is not None else value


def _kind(block: Any) -> Kind | None:
    if isinstance(block, blocks.RichTextBlock):
        return Kind.RICH
    if isinstance(block, blocks.TextBlock):
        return Kind.LINES
    return Kind.LINE if type(block) is blocks.CharBlock else None


def _features(block: Any) -> list[str]:
    return block.features or [] if isinstance(block, blocks.RichTextBlock) else []
