"""Words out of what editors write: rich text, streams of blocks, plain fields."""

from __future__ import annotations

import html
import re
from typing import Any

from wagtail.blocks import StreamValue

from portal.core.markup.elements import INLINE

_TAG = re.compile(r"</?([a-zA-Z0-9]*)[^>]*>")
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
    return _SPACES.sub(" ", html.unescape(_TAG.sub(_between, str(value)))).strip()


def _between(tag: re.Match[str]) -> str:
    """A tag ends a word: "<li>one</li><li>two</li>" is two words. One within a line does not.

    So a text reads the same whether there is a link in it or not, which may be closed to whoever reads.
    """
    return "" if tag[1].lower() in INLINE else " "
