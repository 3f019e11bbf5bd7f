"""A text in Bosnian, Montenegrin or Serbian as a first draft of another of the three.

The script is changed, and words of a short list (`words.csv`), stem by stem. It is a beginning for a translator, no
translation: what is made of it is marked as unreviewed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from portal.core.markup.addresses import ADDRESS
from portal.core.scripts.serbian import to_cyrillic, to_latin
from portal.desk.units.unit import Kind
from portal.desk.units.words import with_words

NEAR_CODES: Final = ("bs", "cnr", "sr")

_LIST = Path(__file__).parent / "words.csv"
_WORD = re.compile(r"[^\W\d_]+")
#: Two letters that only Montenegrin has; others write them as they were before.
_MONTENEGRIN = str.maketrans({"ś": "sj", "ź": "zj", "Ś": "Sj", "Ź": "Zj"})


class _Replacements(NamedTuple):
    words: dict[str, str]
    stems: dict[str, str]


def draft(text: str, kind: Kind, source_code: str, target_code: str) -> str:
    """The text in the other language and its script. Addresses, names in foreign letters and acronyms stay.

    Raises KeyError for any other language.
    """
    replacements = _replacements(source_code, target_code)

    def convert(texts: Sequence[str]) -> list[str]:
        return [_converted(one, replacements, source_code, target_code) for one in texts]

    return with_words(text, kind, convert)


def _converted(text: str, replacements: _Replacements, source_code: str, target_code: str) -> str:
    latin = to_latin(text) if source_code == "sr" else text
    parts: list[str] = []
    done = 0
    for address in ADDRESS.finditer(latin):
        parts += [_other_words(latin[done : address.start()], replacements, source_code), address[0]]
        done = address.end()
    changed = "".join([*parts, _other_words(latin[done:], replacements, source_code)])
    return to_cyrillic(changed) if target_code == "sr" else changed


def _other_words(text: str, replacements: _Replacements, source_code: str) -> str:
    def other(match: re.Match[str]) -> str:
        word = match[0]
        small = word.lower()
        new = replacements.words.get(small)
        if new is None:
            for end in range(len(small), 1, -1):
                stem = replacements.stems.get(small[:end])
                if stem is not None:
                    new = stem + small[end:]
                    break
        if new is None:
            return word.translate(_MONTENEGRIN) if source_code == "cnr" else word
        if len(word) > 1 and word.isupper():
            return new.upper()
        return new[:1].upper() + new[1:] if word[:1].isupper() else new

    return _WORD.sub(other, text)


@cache
def _replacements(source_code: str, target_code: str) -> _Replacements:
    found = _Replacements({}, {})
    with _LIST.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            here, there = row[source_code], row[target_code]
            # Made short, several words look the same; what could be another word stays for the translator.
            if here == there or (source_code == "sr" and row["from_sr"] != "yes"):
                continue
            if here.endswith("*"):
                found.stems.setdefault(here.rstrip("*"), there.rstrip("*"))
            else:
                found.words.setdefault(here, there)
    return found
