"""Text as it is kept: read from plain files, and cleaned of what neither a database nor a reader can use."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import Final

from portal.core.files import limits

#: Stands between the pages (slides, sheets) of a file's text.
PAGE_END: Final = "\f"

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: A place where a word may be or is divided: PDFium writes U+0002 or U+FFFE for the hyphen, others a soft hyphen.
_DIVIDED: Final = re.compile("[\u0002\u00ad\ufffe](?:[ \t]*\r?\n)?")
_CONTROLS: Final = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\ufffe\uffff]+")
_MANY_BLANK_LINES: Final = re.compile(r"\n[ \t]*\n[ \t\n]*")
#: From this share of non-ASCII bytes on, an old eight-bit text is Cyrillic: Latin texts of the region have far fewer.
_CYRILLIC_SHARE: Final = 0.3


def clean_pages(pages: Iterable[str]) -> str:
    """The text of a file: its pages, each cleaned, with PAGE_END between them; "" when there is no word in them.

    Empty pages stay, so that the others keep their numbers. No more than `limits.TEXT_CHARACTERS` are kept.
    """
    text = PAGE_END.join(clean_text(page) for page in pages)
    return text[: limits.TEXT_CHARACTERS].rstrip()


def clean_text(text: str) -> str:
    """Joins divided words and drops control characters and lone surrogates."""
    text = _DIVIDED.sub("", text.encode("utf-8", "ignore").decode("utf-8"))
    text = _CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _MANY_BLANK_LINES.sub("\n\n", text).strip()


def decode_plain(data: bytes) -> str:
    """The text of a TXT or CSV file: Unicode, or else one of the region's two old Windows encodings.

    Those two cannot be told apart with certainty: cp1251 is taken when so many bytes are outside ASCII that the text
    must be Cyrillic, cp1250 otherwise. The text is for searching only, so a wrong guess does no harm.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return _without_cut_character(data).decode("utf-8")
    except UnicodeDecodeError:
        high = sum(byte > 127 for byte in data)
        letters = high + sum(chr(byte).isalpha() for byte in data if byte < 128)
        return data.decode("cp1251" if high >= _CYRILLIC_SHARE * letters else "cp1250", "replace")


def _without_cut_character(data: bytes) -> bytes:
    """The data without a character at the end that was cut in the middle by the limit."""
    for length in range(1, min(4, len(data)) + 1):
        byte = data[-length]
        if byte >= 0xC0:
            needed = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return data[:-length] if length < needed else data
        if byte < 0x80:
            break
    return data
