"""Alphabetical order and the letters of an alphabet, for each of the seven renderings.

Albanian and the Latin alphabets of the region have letters written with two characters (`dh`, `lj`, `dž`), which sort
and stand in an index as letters of their own; Unicode's default order knows nothing of them, and what a database or
the operating system sorts by differs from machine to machine. The alphabets are those of each language's orthography.

Serbian is written in Cyrillic. For `sr-latn` the order follows the Cyrillic letters, so that н + ј (инјекција) stays
two letters although Latin script writes it like њ. In text that is Latin already the two characters count as one
letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from portal.core.scripts.serbian import to_latin

#: Under this an index puts what begins with no letter of the alphabet: digits, letters of another script.
OTHER = "#"

_LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_GAJ = "a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž"
_ORDER: dict[str, tuple[str, ...]] = {
    code: tuple(letters.split())
    for code, letters in {
        "en": _LATIN,
        "sq": "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh",
        "bs": _GAJ,
        "cnr": "a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š ś t u v w x y z ž ź",
        "mk": "а б в г д ѓ е ж з ѕ и ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш",
        "sr": "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш",
        "sr-latn": _GAJ,
    }.items()
}
#: Letters of foreign names: they have a place in the order, but not in the alphabet.
_FOREIGN: dict[str, frozenset[str]] = {
    "sq": frozenset("w"),
    **dict.fromkeys(("bs", "cnr", "sr-latn"), frozenset("qwxy")),
}

# Weights: what separates words comes before digits, digits before letters, other scripts last.
_SEPARATOR, _DIGIT, _LETTER, _BEYOND = 0, 1, 20, 1000
_SEPARATORS = frozenset("-‐‑–—/")

SortKey = tuple[tuple[int, ...], tuple[int, ...], str]


@lru_cache(maxsize=8192)
def sort_key(text: str, language_code: str) -> SortKey:
    """The place of `text` in the alphabet of a rendering (or content language); KeyError for any other code.

    Words are compared word by word, capitals and punctuation do not count (nor does the asterisk of a footnote), an
    accented letter that is not of the alphabet stands with its base letter, after it when all else is equal.
    """
    weights: list[int] = []
    accents: list[int] = []
    for weight, accented in _weights(text, language_code):
        weights.append(weight)
        accents.append(accented)
    return tuple(weights), tuple(accents), text


def alphabet(language_code: str) -> tuple[str, ...]:
    """The capital letters of a rendering's alphabet in their order, digraphs as at the start of a word: `Dž`."""
    foreign = _FOREIGN.get(language_code, frozenset())
    return tuple(_capital(letter) for letter in _ORDER[language_code] if letter not in foreign)


def letter_of(text: str, language_code: str) -> str:
    """The capital letter under which `text` stands in an index; OTHER when it begins with none of the alphabet.

    Also answers with a foreign letter (`W` in Albanian), which `alphabet` does not list.
    """
    order = _ORDER[language_code]
    for weight, _accented in _weights(text, language_code):
        if weight == _SEPARATOR:
            continue
        return _capital(order[weight - _LETTER]) if _LETTER <= weight < _BEYOND else OTHER
    return OTHER


def _weights(text: str, language_code: str) -> Iterator[tuple[int, int]]:
    """Weight and accent of each letter, digit or gap between words."""
    for letter in _letters(text, language_code):
        place = _places(language_code).get(letter)
        if place is not None:
            yield _LETTER + place, 0
        elif letter.isspace() or letter in _SEPARATORS:
            yield _SEPARATOR, 0
        elif letter.isdecimal():
            yield _DIGIT + unicodedata.decimal(letter), 0
        elif letter.isalnum():
            base = unicodedata.normalize("NFD", letter)[0]
            place = _places(language_code).get(base)
            yield (_LETTER + place, 1) if place is not None else (_BEYOND + ord(base), 0)


def _letters(text: str, language_code: str) -> Iterator[str]:
    """The text in small letters, one at a time, with two characters together where they are one letter."""
    places = _places(language_code)
    plain = unicodedata.normalize("NFKC", text.strip()).casefold()
    plain = unicodedata.normalize("NFC", plain)
    start = 0
    while start < len(plain):
        pair = plain[start : start + 2]
        if len(pair) == 2 and pair in places:
            yield pair
            start += 2
            continue
        character = plain[start]
        yield to_latin(character) if language_code == "sr-latn" else character
        start += 1


@lru_cache(maxsize=16)
def _places(language_code: str) -> dict[str, int]:
    return {letter: place for place, letter in enumerate(_ORDER[language_code])}


def _capital(letter: str) -> str:
    return letter[0].upper() + letter[1:]
