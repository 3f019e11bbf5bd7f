"""HTML: the text that a browser would show, and the title."""

from __future__ import annotations

import re
from contextlib import suppress
from html.parser import HTMLParser
from typing import IO, Final

from portal.core.files import limits
from portal.core.files.reader.answer import Answer, Enough
from portal.core.files.reader.growing_text import GrowingText
from portal.core.files.text import decode_plain

#: What a browser does not show as text.
_UNSEEN: Final = frozenset({"script", "style", "template", "noscript", "svg"})
#: Elements that stand within a line; all others end one.
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong"}
    | {"sub", "sup", "u", "wbr"}
)
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD_BYTES: Final = 4096


def read(file: IO[bytes], answer: Answer) -> None:
    data = file.read(limits.PLAIN_BYTES)
    page = _VisibleText()
    page.feed(_decode(data))
    page.close()
    answer.page(page.text.take())
    if file.read(1):
        raise Enough


def _decode(data: bytes) -> str:
    """In the encoding that the page declares, if it is one that exists and fits; else as any plain text."""
    declared = _DECLARED.search(data[:_HEAD_BYTES])
    if declared:
        with suppress(LookupError, UnicodeError):
            return data.decode(declared[1].decode("ascii"))
    return decode_plain(data)


class _VisibleText(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = GrowingText()
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unseen:
            return
        if tag in _UNSEEN:
            self._unseen = tag
        if tag not in _INLINE:
            self.text.add("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._unseen = ""
        elif tag not in _INLINE:
            self.text.add("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.text.add(data)
