"""Names of people in texts that leave the group: found to be looked at, not taken out.

Compared as the search compares words (folded: both scripts, with and without marks), and as the languages of the region
spell each other's names, with the endings that names take in them. A word counts if it is written with a capital
letter, or stands beside another of the same name. What a name shares with a place or a thing is found as well;
somebody decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from portal.core.languages.folding import fold_word

#: Parts of a double name are words of their own: somebody may be called by one of them.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: Shorter parts of names are initials, particles and the like.
_SHORTEST: Final = 3
#: The longest ending that a name takes: Petrović, Petrovićevima; Hoxha, Hoxhajt.
_LONGEST_ENDING: Final = 5
_VOWELS: Final = "aeiou"
#: Letters that stand for one sound when a name is written in another of the languages: Petrović is Петровиќ and
#: Petroviq, Hoxha is Hodža. What is joined too much by it is looked at by somebody.
_SPELLINGS: Final = (
    ("xh", "dz"), ("x", "dz"), ("sh", "s"), ("zh", "z"), ("ch", "c"), ("th", "t"), ("dh", "d"), ("lj", "l"),
    ("nj", "n"), ("k", "c"), ("q", "c"), ("y", "i"),
)  # fmt: skip
_DOUBLED: Final = re.compile(r"(.)\1+")
#: Characters around a find.
_AROUND: Final = 40


@dataclass(frozen=True, slots=True)
class Text:
    """A text to look through: where it stands, in the reader's words, and the anchor of that place on the page."""

    place: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A name, where it stands, and the words around it."""

    name: str
    place: str
    anchor: str
    around: str


def names_in(texts: Iterable[Text], names: Iterable[str]) -> list[Found]:
    """Every place in which a part of one of these names stands, a text and name at most once."""
    persons = {name: stems for name in dict.fromkeys(names) if (stems := _stems(name))}
    found = []
    for text in texts:
        words = [(match, _spelled(match.group())) for match in _WORD.finditer(text.text)]
        for name, stems in persons.items():
            match = _first(words, stems)
            if match is not None:
                found.append(Found(name, text.place, text.anchor, _around(text.text, match)))
    return found


def _first(words: list[tuple[re.Match[str], str]], stems: list[str]) -> re.Match[str] | None:
    before = False
    for match, folded in words:
        fits = any(_is_form(folded, stem) for stem in stems)
        if fits and (before or match.group()[0].isupper()):
            return match
        before = fits
    return None


def _stems(name: str) -> list[str]:
    """What stays of each part of a name when it is declined."""
    parts = [_spelled(match.group()) for match in _WORD.finditer(name)]
    return [
        part[:-1] if len(part) > _SHORTEST and part[-1] in _VOWELS else part for part in parts if len(part) >= _SHORTEST
    ]


def _spelled(word: str) -> str:
    """The word as it is compared."""
    found = fold_word(word)
    for letters, sound in _SPELLINGS:
        found = found.replace(letters, sound)
    return _DOUBLED.sub(r"\1", found)


def _is_form(word: str, stem: str) -> bool:
    if not word.startswith(stem):
        return False
    ending = len(word) - len(stem)
    # Of a short name nearly every word is a form: only one letter may follow.
    return ending <= (_LONGEST_ENDING if len(stem) > _SHORTEST else 1)


def _around(text: str, match: re.Match[str]) -> str:
    start, end = max(0, match.start() - _AROUND), min(len(text), match.end() + _AROUND)
    return f"{'…' if start else ''}{' '.join(text[start:end].split())}{'…' if end < len(text) else ''}"
