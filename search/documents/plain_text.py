"""Words out of what editors write: rich text, streams of blocks, plain fields."""

from __future__ import annotations

import html
import re
from typing import Any

from wagtail.blocks import StreamValue

_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"\s+")


def plain_text(value: Any) -> str:
    """The text of a field's value on one line; "" for None and for values that hold no text.

    Streams give the text of all their blocks, as each block type says what of it is searchable.
    """
    if value is None:
        return ""
    if isinstance(value, StreamValue):
        parts = [part for child in value for part in child.block.get_searchable_content(child.value)]
        return " ".join(filter(None, (plain_text(part) for part in parts)))
    # A tag ends a word: "<li>one</li><li>two</li>" is two words.
    return _SPACES.sub(" ", html.unescape(_TAG.sub(" ", str(value)))).strip()
