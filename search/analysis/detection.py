"""In which language a query is: by its script and letters, its stop words, and what the dictionaries know of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from search.analysis.language_groups import GROUP_CODES
from search.analysis.lemmas import is_form, is_known
from search.analysis.stop_words import stop_words
from search.analysis.tokens import words

#: How likely a word of a language is a stop word, in the dictionary, a form of what is in it, none of these.
_STOP_WORD = 1.0
_KNOWN = 0.5
_FORM = 0.25
_UNKNOWN = 0.02

#: How likely a word with such a letter is in each group, against a word without it; 1 when not named.
_LETTERS: tuple[tuple[str, dict[str, float]], ...] = (
    ("абвгдежзијклмнопрстуфхцчшњљџ", {"en": 0.001, "sq": 0.001}),
    ("ѓќѕ", {"en": 0.001, "sq": 0.001, "hbs": 0.01}),
    ("ђћ", {"en": 0.001, "sq": 0.001, "mk": 0.01}),
    ("ëç", {"en": 0.05, "hbs": 0.01, "mk": 0.01}),
    ("čšž", {"en": 0.02, "sq": 0.02, "mk": 0.5}),
    ("ćđśź", {"en": 0.01, "sq": 0.01, "mk": 0.05}),
    ("ǵḱ", {"en": 0.01, "sq": 0.01, "hbs": 0.05}),
    ("w", {"sq": 0.05, "hbs": 0.05, "mk": 0.05}),
    ("qxy", {"hbs": 0.05, "mk": 0.05}),
)
#: Macedonian is typed in Latin letters, too, though less often than the other languages.
_LATIN = {"mk": 0.5}

#: What a group gets that is not in the prior at all.
_NOT_EXPECTED = 0.05


def group_likelihoods(text: str, prior: Mapping[str, float]) -> dict[str, float]:
    """How likely the text is in each language group; together 1.

    `prior` says how likely each group is before anything is read, in any unit: what is known of the reader. A text
    without evidence leaves it as it is.
    """
    likelihoods = {group: prior.get(group, 0.0) or _NOT_EXPECTED for group in GROUP_CODES}
    for word in words(text):
        if word.folded.isdigit():
            continue
        original = frozenset(text[word.start : word.end].casefold())
        evidence = {group: _of_letters(original, group) * _of_words(word.folded, group) for group in GROUP_CODES}
        likelihoods = {group: likelihoods[group] * evidence[group] for group in GROUP_CODES}
        likelihoods = _to_one(likelihoods)
    return _to_one(likelihoods)


def _of_letters(letters: frozenset[str], group: str) -> float:
    factor = _LATIN.get(group, 1.0) if any(letter.isascii() for letter in letters) else 1.0
    for seldom, factors in _letters():
        if group in factors and not seldom.isdisjoint(letters):
            factor *= factors[group]
    return factor


@cache
def _letters() -> tuple[tuple[frozenset[str], dict[str, float]], ...]:
    return tuple((frozenset(letters), factors) for letters, factors in _LETTERS)


def _of_words(folded: str, group: str) -> float:
    if folded in stop_words(group):
        return _STOP_WORD
    if is_known(folded, group):
        return _KNOWN
    return _FORM if is_form(folded, group) else _UNKNOWN


def _to_one(shares: Mapping[str, float]) -> dict[str, float]:
    total = sum(shares.values())
    return {group: share / total for group, share in shares.items()}
