"""Texts as they are compared and stored, whatever a file did to them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from portal.core.status_note.text import unmarked
from portal.vocabulary.exchange.entries import LONGEST, Remark

#: Line breaks and tabs become spaces; other characters of control are no text.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MARKUP: Final = re.compile(r"<[A-Za-z/!?][^<>]*>")
#: A program that could not write a letter puts one of these in its place. Notes may ask, and hold addresses.
_LOST: Final = re.compile("\ufffd|[?]{2}|\\w[?]\\w")
_LOST_IN_NOTE: Final = re.compile("\ufffd|\\w[?]{2}")


def plain(text: str) -> str:
    """One spelling for texts that differ in nothing that is seen: without the marks that the exits put on."""
    composed = unicodedata.normalize("NFC", text)
    lines = (" ".join(line.split()) for line in composed.splitlines())
    return unmarked("\n".join(filter(None, lines)))


def taken(text: str, kind: str) -> str | Remark:
    """The text as it may be stored, or why it is not taken. `kind` is one of LONGEST; only notes have lines."""
    if _CONTROL.search(text):
        return Remark("control")
    if _MARKUP.search(text):
        return Remark("markup")
    if (_LOST_IN_NOTE if kind == "note" else _LOST).search(text):
        return Remark("lost")
    found = plain(text)
    if kind != "note":
        found = " ".join(found.split())
    if len(found) > LONGEST[kind]:
        return Remark("long", {"number": LONGEST[kind]})
    return found
