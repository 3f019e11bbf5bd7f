"""CSV as offices of the region save it: any common separator, any of their encodings."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from typing import Any, Final

from trainings.importing.reader.rows import filled
from trainings.importing.refusal import FileRefused

_SEPARATORS: Final = ";,\t|"
#: So many rows tell which one it is.
_PROBED: Final = 40
#: A first line by which a spreadsheet program tells another what divides the cells.
_SAID: Final = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")
_PACKED: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_text(data: bytes) -> dict[str, Any]:
    """The rows. Raises FileRefused for what is no text."""
    if data.startswith(_PACKED):
        raise FileRefused("damaged")
    text = decoded(data)
    separator = ""
    if said := _SAID.match(text):
        separator, text = said[1], text[said.end() :]
    # It holds for the whole process, so it is never made smaller.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    rows = _rows(text, separator or _separator(text))
    # Above its first line lies the one that says the separator.
    return {"rows": [(number + bool(said), cells) for number, cells in filled(rows)]}


def decoded(data: bytes) -> str:
    """UTF-16 and UTF-8 by their marks or their form; else one of the code pages of the region, by its words."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16")
    if b"\0" in data:
        # Without a mark: what is ASCII has its zero first or second.
        return _strictly(data, "utf-16-be" if data[::2].count(0) > data[1::2].count(0) else "utf-16-le")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _of_a_code_page(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileRefused("damaged") from error


def _of_a_code_page(data: bytes) -> str:
    """Cyrillic words are made of bytes above ASCII only; Latin ones have one or two among ASCII letters.

    A word in one alphabet that the other code page would tear into both speaks against that page.
    """
    cyrillic = data.decode("cp1251", "replace")
    of_one_kind = mixed = 0
    for word in _WORD.findall(cyrillic):
        foreign = sum(not letter.isascii() for letter in word)
        of_one_kind += foreign == len(word) > 1
        mixed += 0 < foreign < len(word)
    return cyrillic if of_one_kind > mixed else data.decode("cp1250", "replace")


def _separator(text: str) -> str:
    """The one that divides most of the first rows into the same number of cells, more than one."""

    def regularity(separator: str) -> tuple[int, int]:
        widths = Counter(len(row) for _, row in zip(range(_PROBED), _rows(text, separator), strict=False) if any(row))
        many = [(count, width) for width, count in widths.items() if width > 1]
        return max(many, default=(0, 0))

    return max(_SEPARATORS, key=regularity)


def _rows(text: str, separator: str) -> Any:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
