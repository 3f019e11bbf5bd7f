"""What the two versions of XLIFF have in common, and choosing between them.

XLIFF 1.2: http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
XLIFF 2.0: http://docs.oasis-open.org/xliff/xliff-core/v2.0/os/xliff-core-v2.0-os.html
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from portal.core.languages.catalogue import CONTENT_CODES, content_language
from portal.core.markup.xml_writing import XmlWriter
from portal.core.status_note.text import has_mention, mark_text, unmarked
from portal.core.text_exit import footnote
from portal.desk.exchange.segments import Code, Segment, text_of
from portal.desk.exchange.sheet import Sheet

#: What `original` says of a page, before its number.
_PAGE: Final = "page/"


class Version(enum.StrEnum):
    V1_2 = "1.2"
    V2_0 = "2.0"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a file says of one page. Codes are content languages, "" for one that is none.

    `texts` has for each key the segments of the source and of the target in order; a target that is not there is None.
    """

    page_id: int | None
    source_code: str
    target_code: str
    texts: dict[str, list[tuple[Segment, Segment | None]]]


def received(pieces: Iterable[str | Code]) -> Segment:
    """A segment as it is stored: the asterisks it was given when it left are taken away again."""
    return tuple(unmarked(piece) if isinstance(piece, str) else piece for piece in pieces if piece != "")


def original(sheet: Sheet) -> str:
    return f"{_PAGE}{sheet.page_id}"


def page_id_of(original: str | None) -> int | None:
    return page_number((original or "").removeprefix(_PAGE))


def page_number(text: str) -> int | None:
    """A page's number as somebody wrote it. Longer ones are nobody's, and would be too much for the database."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def tag_of(code: str) -> str:
    """The language tag (BCP 47) under which a content language leaves."""
    return content_language(code).html_lang


def code_of(tag: str | None) -> str:
    """The content language of a tag, however exact: `sr`, `sr-Cyrl` and `sr-Cyrl-RS` are one. "" for others.

    Serbian in Latin script is none: texts are written in Cyrillic.
    """
    parts = (tag or "").lower().replace("_", "-").split("-")
    return parts[0] if parts[0] in CONTENT_CODES and "latn" not in parts[1:] else ""


def remark(sheet: Sheet) -> str:
    """What a translator should know of the file as a whole."""
    said = [text_of(segment) for entry in sheet.entries for segment in entry.sources]
    lines = [mark_text(sheet.title)]
    if any(map(has_mention, said)):
        lines.append(footnote(said, tag_of(sheet.source_code)))
    return "\n".join(lines)


def write_segment(
    xml: XmlWriter, segment: Segment, pair: str, alone: str, about: Callable[[Code], dict[str, str]]
) -> None:
    """Writes a segment, its mentions marked: elements that hold text are `pair`, others `alone`."""
    pieces = iter(segment)

    def write_until(closed: str | None) -> None:
        for piece in pieces:
            if isinstance(piece, str):
                xml.text(mark_text(piece))
            elif piece.kind == "close" and piece.id == closed:
                return
            elif piece.kind == "alone":
                xml.line(alone, attributes=about(piece))
            else:
                with xml.element(pair, about(piece)):
                    write_until(piece.id)

    write_until(None)
