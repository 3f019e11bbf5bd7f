"""Makes the table of a language group from the installed dictionaries and from our own headwords."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from unicodedata import combining

import marisa_trie
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from portal.core.languages.folding import fold_word
from search.analysis.spellings import one_spelling
from search.analysis.stems import bases, same_lemma
from search.analysis.stems.endings import SHORTEST_BASE

#: A word's value in the trie: the number of the rule that makes its lemma, two bytes.
RULE_FORMAT = "<H"

_FOLDER = Path(__file__).parent.parent

#: Shorter headwords of the dictionary are themselves, even if they look like forms of ours.
_LONG = 6


def write_table(folder: Path, group: str) -> None:
    """Writes `<group>.marisa`, the words with the numbers of their rules, and `<group>.rules`, one rule a line.

    A rule says how many letters a word loses at its end and what it gets instead.
    """
    numbers: dict[tuple[int, str], int] = {}
    records: list[tuple[str, tuple[int]]] = []
    for spelled, lemma in lemmas(group).items():
        rule = _rule(spelled, lemma)
        records.append((spelled, (numbers.setdefault(rule, len(numbers)),)))
    marisa_trie.RecordTrie(RULE_FORMAT, records).save(str(folder / f"{group}.marisa"))
    rules = "".join(f"{cut} {added}\n" for cut, added in numbers)
    (folder / f"{group}.rules").write_text(rules, "ascii")


def lemmas(group: str) -> dict[str, str]:
    """The lemma of each known word, both folded and in one spelling.

    A headword is its own lemma, whatever other word it may be a form of, unless it shares that of another. A form
    that belongs to one of our headwords by its endings belongs to it, even if the dictionary thinks of a rarer word:
    `otpusta` is of `otpust` before `otpustati`.
    """
    dictionary = _dictionary(group)
    ours = _our_headwords(group)
    irregular = _irregular_forms(group)
    theirs = {lemma for lemma in dictionary.values() if dictionary.get(lemma, lemma) == lemma}
    headwords = theirs | ours
    known = {word: _shared(word, headwords, ours, group) for word in headwords}
    beginnings = {word[:SHORTEST_BASE] for word in ours}
    for word, lemma in dictionary.items():
        if word not in known:
            possible = bases(word, group) if word[:SHORTEST_BASE] in beginnings else ()
            base = next((base for base in possible if base in ours), lemma)
            known[word] = known.get(base, base)
    for word, base in irregular.items():
        known[word] = known.get(base, base)
    return known


def _shared(word: str, headwords: set[str], ours: frozenset[str], group: str) -> str:
    """The headword that stands for all that share its lemma."""
    way = [word]
    while True:
        base = _next(way[-1], headwords, ours, group)
        if base is None:
            return way[-1]
        if base in way:
            # They lead to each other: whichever one comes from, the same is taken.
            return min(way[way.index(base) :])
        way.append(base)


def _next(word: str, headwords: set[str], ours: frozenset[str], group: str) -> str | None:
    if word not in ours and len(word) >= _LONG:
        base = next((base for base in bases(word, group) if base in ours), None)
        if base is not None:
            return base
    return next((base for base in same_lemma(word, group) if base in headwords and base != word), None)


def _irregular_forms(group: str) -> dict[str, str]:
    """Forms that no rule leads to their word, as `irregular/<group>.txt` has them: a word and its forms a line."""
    file = _FOLDER / "irregular" / f"{group}.txt"
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    found: dict[str, str] = {}
    for line in lines:
        base, *forms = _all_spelled(line.split(), group).values()
        found.update(dict.fromkeys(forms, base))
    return found


def _dictionary(group: str) -> dict[str, str]:
    """Word to base form as the installed dictionary has them, looked-up spellings of both."""
    entries = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(group).items()
    words, bases_of_words = zip(*entries, strict=True)
    spelled_bases = _all_spelled(set(bases_of_words), group)
    spelled_words = _all_spelled(words, group)
    found: dict[str, str] = {}
    for word, base in zip(words, bases_of_words, strict=True):
        key, value = spelled_words[word], spelled_bases[base]
        if key and value:
            found.setdefault(key, value)
    return found


def _our_headwords(group: str) -> frozenset[str]:
    file = _FOLDER / "headwords" / f"{group}.txt"
    lines = file.read_text("utf-8").split() if file.exists() else []
    return frozenset(filter(None, _all_spelled(lines, group).values()))


def _all_spelled(words: Collection[str], group: str) -> dict[str, str]:
    """Each word as it is looked up; "" for what is not one word of letters.

    Letters are folded once for all words, which is a matter of seconds or of a minute for a dictionary.
    """
    letters = {letter for word in words for letter in word}
    folded = {ord(letter): fold_word(letter) for letter in letters if letter.isalpha() or combining(letter)}
    latin = {word: word.translate(folded) for word in words}
    spelled = {
        word: one_spelling(fold_word(word), group) if word.isascii() and word.isalpha() else ""
        for word in set(latin.values())
    }
    return {word: spelled[latin_word] for word, latin_word in latin.items()}


def _rule(word: str, lemma: str) -> tuple[int, str]:
    same = 0
    for one, other in zip(word, lemma, strict=False):
        if one != other:
            break
        same += 1
    return len(word) - same, lemma[same:]
