"""Forms of words by the endings of each language: for what no dictionary has in the form that stands in a text.

Either the base form is known, and `bases` leads to it, or `stem` cuts the word down. A stem is no word: all that counts
is that the forms of one word have the same, and other words another one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from search.analysis.stems import albanian, bcms, english, macedonian

_STEM: dict[str, Callable[[str], str]] = {
    "en": english.stem,
    "sq": albanian.stem,
    "hbs": bcms.stem,
    "mk": macedonian.stem,
}
_BASES: dict[str, Callable[[str], Iterator[str]]] = {
    "sq": albanian.bases,
    "hbs": bcms.bases,
    "mk": macedonian.bases,
}
_SAME_LEMMA: dict[str, Callable[[str], Iterator[str]]] = {
    "en": english.same_lemma,
    "sq": albanian.same_lemma,
    "hbs": bcms.same_lemma,
    "mk": macedonian.same_lemma,
}


def stem(spelled: str, group: str) -> str:
    """The stem of a folded word in its one spelling (search.analysis.spellings); words with digits stay as they are."""
    return _STEM[group](spelled) if _has_endings(spelled) else spelled


def bases(spelled: str, group: str) -> Iterator[str]:
    """Dictionary forms that the word may belong to, likeliest first; most of them are no words."""
    return _BASES[group](spelled) if group in _BASES and _has_endings(spelled) else iter(())


def same_lemma(base: str, group: str) -> Iterator[str]:
    """Other base forms with which this one shares its lemma, if they exist."""
    return _SAME_LEMMA[group](base) if group in _SAME_LEMMA and _has_endings(base) else iter(())


def _has_endings(word: str) -> bool:
    return len(word) > 3 and word.isascii() and word.isalpha()
