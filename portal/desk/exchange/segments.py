"""Rich text taken apart into what is translated and what is only markup, and put together again.

A segment is what one paragraph, heading or list item says. Tags in it are codes, numbered through the whole text; tags
around it never leave the portal. So a translation can neither lose the structure of a text nor bring markup of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from typing import Final, Literal

#: Tags that stand within a segment; all others end it.
_INLINE: Final = frozenset({"a", "b", "br", "code", "del", "em", "i", "s", "strong", "sub", "sup"})
_EMPTY: Final = frozenset({"br"})


@dataclass(frozen=True, slots=True)
class Code:
    """A tag in a segment: both ends of an element have the same id. `tag` is as it is written in the text.

    In what comes from outside, `tag` is empty: only the id counts.
    """

    id: str
    kind: Literal["open", "close", "alone"]
    tag: str = ""

    @property
    def name(self) -> str:
        return self.tag.strip("</>").split(maxsplit=1)[0] if self.tag else ""


#: Texts as people read them, and codes.
Segment = tuple[str | Code, ...]


class WrongCodes(ValueError):
    """A segment has codes that its source does not have, has one twice, or does not close what it opens."""


@dataclass(frozen=True, slots=True)
class TakenApart:
    """`skeleton` is the markup around the segments, with the number of a segment where it stood."""

    skeleton: tuple[str | int, ...]
    segments: tuple[Segment, ...]


def taken_apart(html: str) -> TakenApart:
    parser = _Parser()
    parser.feed(html)
    parser.close()
    parser.end_segment()
    return TakenApart(tuple(parser.skeleton), tuple(parser.segments))


def put_together(source: TakenApart, segments: Sequence[Segment]) -> str:
    """The source's structure with these segments, of which there have to be as many. Raises WrongCodes."""
    written = [_written(segment, original) for segment, original in zip(segments, source.segments, strict=True)]
    return "".join(part if isinstance(part, str) else written[part] for part in source.skeleton)


def text_of(segment: Segment) -> str:
    """What a segment says, without its codes."""
    return "".join(piece for piece in segment if isinstance(piece, str))


def says_something(segment: Segment) -> bool:
    return bool(text_of(segment).strip())


def same(one: Segment, other: Segment) -> bool:
    """Whether two segments are the same, but for the white space that programs change as they like."""
    return _comparable(one) == _comparable(other)


def with_codes_of(source: Segment, target: Segment) -> Segment | None:
    """A translation that is already there, its tags numbered as in the source; None when it has others than that."""
    free: dict[str, list[str]] = {}
    for piece in source:
        if isinstance(piece, Code) and piece.kind != "close":
            free.setdefault(_plain_tag(piece), []).append(piece.id)
    ids: dict[str, str] = {}
    numbered: list[str | Code] = []
    for piece in target:
        if isinstance(piece, str):
            numbered.append(piece)
            continue
        if piece.kind != "close":
            of_this_tag = free.get(_plain_tag(piece))
            if not of_this_tag:
                return None
            ids[piece.id] = of_this_tag.pop(0)
        numbered.append(Code(ids[piece.id], piece.kind, piece.tag))
    return tuple(numbered)


def _plain_tag(code: Code) -> str:
    return " ".join(sorted(code.tag.strip("</>").split()))


def _comparable(segment: Segment) -> list[object]:
    pieces: list[object] = []
    for piece in segment:
        if isinstance(piece, Code):
            pieces.append((piece.id, piece.kind))
        elif pieces and isinstance(pieces[-1], str):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    collapsed = [" ".join(piece.split()) if isinstance(piece, str) else piece for piece in pieces]
    return [piece for piece in collapsed if piece != ""]


def _written(segment: Segment, source: Segment) -> str:
    """HTML of a segment, with the tags of its source."""
    tags = {(piece.id, piece.kind): piece.tag for piece in source if isinstance(piece, Code)}
    used: Counter[tuple[str, str]] = Counter()
    opened: list[str] = []
    parts: list[str] = []
    for piece in segment:
        if isinstance(piece, str):
            parts.append(escape(piece, quote=False))
            continue
        place = (piece.id, piece.kind)
        used[place] += 1
        if place not in tags or used[place] > 1:
            raise WrongCodes(piece.id)
        if piece.kind == "open":
            opened.append(piece.id)
        elif piece.kind == "close" and (not opened or opened.pop() != piece.id):
            raise WrongCodes(piece.id)
        parts.append(tags[place])
    if opened:
        raise WrongCodes(opened[-1])
    return "".join(parts)


class _Parser(HTMLParser):
    """Reads HTML as Wagtail stores it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.skeleton: list[str | int] = []
        self.segments: list[Segment] = []
        self._pieces: list[str | Code] = []
        self._opened: list[tuple[str, str]] = []
        self._last_id = 0

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or f"<{tag}>"
        if tag not in _INLINE:
            self.end_segment()
            self.skeleton.append(written)
            return
        self._last_id += 1
        number = str(self._last_id)
        if tag in _EMPTY:
            self._pieces.append(Code(number, "alone", written))
        else:
            self._opened.append((tag, number))
            self._pieces.append(Code(number, "open", written))

    def handle_startendtag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        # HTML has no elements of one tag but the empty ones: `<b/>` opens, as it does in a browser.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.end_segment()
            self.skeleton.append(f"</{tag}>")
        elif self._opened and self._opened[-1][0] == tag:
            self._pieces.append(Code(self._opened.pop()[1], "close", f"</{tag}>"))

    def handle_data(self, data: str) -> None:
        self._pieces.append(data)

    def end_segment(self) -> None:
        while self._opened:
            tag, number = self._opened.pop()
            self._pieces.append(Code(number, "close", f"</{tag}>"))
        segment = tuple(self._pieces)
        if says_something(segment):
            self.skeleton.append(len(self.segments))
            self.segments.append(segment)
        else:
            self.skeleton.append("".join(piece if isinstance(piece, str) else piece.tag for piece in segment))
        self._pieces = []
