"""Where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

#: Abbreviations that are followed by a name or a number, so that a capital after them begins no sentence.
_ABBREVIATIONS: Final[Mapping[str, frozenset[str]]] = {
    code: frozenset(text.split())
    for code, text in {
        "en": "art arts cf dr ed eds e.g fig i.e mr mrs ms no nos p para paras pp prof rec sec st vol vs",
        "sq": "art dr fq kap nr par prof p.sh sh st vol znj",
        "bs": "br čl doc dr fig god mr npr odn prof sl st str tač tj tzv ur v vol",
        "cnr": "br čl doc dr fig god mr npr odn prof sl st str tač tj tzv ur v vol",
        "mk": "бр др гл инж проф пр ст стр сл т.е т.н чл",
        "sr": "бр др год доц инж мр нпр одн проф св сл ст стр тач тј тзв ур чл",
    }.items()
}

#: In these a number with a full stop is an ordinal, or a year.
_ORDINALS: Final = frozenset({"bs", "cnr", "sr"})

_END = re.compile(r"([.!?…]+)[\"'”’“»)\]]*\s+(?=\S)")
_LAST_WORD = re.compile(r"[\w.]+$")


def sentences(text: str, code: str) -> list[str]:
    """The sentences of a paragraph in a content language, without the spaces between them."""
    found: list[str] = []
    begin = 0
    for end in _END.finditer(text):
        ends_here = end[1] != "." or not _is_short(text[begin : end.start()], code)
        if ends_here and not text[end.end()].islower():
            found.append(text[begin : end.end()].strip())
            begin = end.end()
    last = text[begin:].strip()
    return [*found, last] if last else found


def _is_short(before: str, code: str) -> bool:
    """Whether what stands before a full stop is cut short by it, or counted."""
    found = _LAST_WORD.search(before)
    if found is None:
        return False
    word = found[0]
    if word.isdigit():
        return code in _ORDINALS
    return (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATIONS[code]
