"""The exit for feeds and other XML: the same rule as for HTML, with `xml:lang`.

Feeds carry HTML as escaped text or CDATA. Its own `lang` and `translate` are obeyed, and what is changed is changed in
place, so that the escaping around it stays what it was.
"""

from collections.abc import Iterator

from portal.core.markup.edits import Edit, apply_edits
from portal.core.markup.references import decode_cyrillic, decode_with_ends, encode_text
from portal.core.markup.scanner import scan_xml
from portal.core.scripts.html import is_latin_serbian, latin_edits, latinise_html
from portal.core.scripts.serbian import to_latin


def latinise_xml(xml: str, *, language: str = "") -> str:
    """The document with all text in the language `sr-Latn` in Latin letters, and otherwise the same to the byte."""
    return apply_edits(xml, _edits(xml, language))


def _edits(xml: str, language: str) -> Iterator[Edit]:
    for piece in scan_xml(xml, lang=language):
        if piece.kind not in ("text", "cdata"):
            continue
        if piece.context.verbatim or not piece.context.translate:
            continue
        raw = xml[piece.start : piece.end]
        if piece.kind == "cdata":
            latin = latinise_html(raw, language=piece.context.lang)
            if latin != raw:
                yield Edit(piece.start, piece.end, latin)
            continue
        text, ends = decode_with_ends(raw, piece.start)
        if "<" in text:
            for start, end, latin in latin_edits(text, language=piece.context.lang):
                yield Edit(ends[start - 1] if start else piece.start, ends[end - 1], encode_text(latin))
        elif is_latin_serbian(piece.context):
            yield Edit(piece.start, piece.end, to_latin(decode_cyrillic(raw)))
