"""The elements of a page that are in Serbian in Latin script, without going through the page around them.

A page in another language has a few: a title, a passage. To look at the whole page for them takes ten times as long.
"""

import re
from collections import Counter

from portal.core.markup.elements import INLINE, VERBATIM, VOID
from portal.core.markup.scanner import Piece, scan_html

#: No language of a page has this tag: what is in it stands after the element.
_OUTSIDE = "x-outside"

_SAYS_SO = re.compile(r"""(?<![\w-])lang\s*=\s*["']?\s*sr-latn""", re.IGNORECASE)
# What stands in these is treated by what is around it: comments, code with elements in it, what is not translated. And
# where a "<" is not the beginning of a tag, nobody knows without looking which one is.
_NEEDS_WHOLE_PAGE = re.compile(
    r"<[^<>]*(?:<|\Z)|<(?![a-z/!])|<!(?!doctype)"
    rf"""|<(?P<verbatim>{"|".join(sorted(VERBATIM))})(?=[\s>])[^>]*>[^<]*<(?!/(?P=verbatim)[\s>])"""
    r"""|<(?P<kept>[a-z][^\s/>]*+)(?=[^<>]*\stranslate="no")[^<>]*>[^<]*<(?!/(?P=kept)[\s>])"""
    r"""|[\s"'/]translate(?![\w-])(?!="no")""",
    re.IGNORECASE,
)
_TAGS = re.compile("<[^<>]*>")
_DRAWING = re.compile(r"<(?P<end>/?)(?:svg|math)(?=[\s/>])", re.IGNORECASE)


def latin_elements(html: str) -> list[list[Piece]] | None:
    """The pieces of each such element, one after another as in `scan_html`, those within another with it.

    None for a page that has to be gone through as a whole: where what is around an element might say something about
    it, where there is more in it than one line has, or where somebody forgot an end.
    """
    if _NEEDS_WHOLE_PAGE.search(html):
        return None
    drawings = list(_DRAWING.finditer(html))
    elements: list[list[Piece]] = []
    position = 0
    for found in _SAYS_SO.finditer(html):
        start = html.rfind("<", 0, found.start())
        if start < position:
            continue
        if elements and not _TAGS.sub("", html[position:start]):
            return None  # a word may go on from one into the other
        before = next((tag for tag in reversed(drawings) if tag.start() < start), None)
        if before is not None and not before["end"]:
            return None  # in drawings elements end in another way
        pieces = _element(html, start)
        if pieces is None:
            return None
        if pieces:
            elements.append(pieces)
            position = pieces[-1].end
    return elements


def _element(html: str, start: int) -> list[Piece] | None:
    """Its pieces; none where that was not an attribute of a tag."""
    pieces: list[Piece] = []
    is_open: Counter[str] = Counter()
    for piece in scan_html(html, lang=_OUTSIDE, start=start):
        if piece.kind == "end":
            if not is_open[piece.name]:
                return None
            is_open[piece.name] -= 1
        if piece.context.lang == _OUTSIDE:
            break
        if piece.kind == "start":
            if pieces and piece.name not in INLINE:
                return None  # it may end what is around it
            if piece.name not in VOID:
                is_open[piece.name] += 1
        pieces.append(piece)
    return pieces
