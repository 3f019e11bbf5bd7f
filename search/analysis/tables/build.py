"""Makes the table of a language group from the installed dictionaries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import marisa_trie
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from portal.core.languages.folding import fold_word
from search.analysis.spellings import one_spelling
from search.analysis.stems import stem

#: A word's value in the trie: the number of the rule that makes its lemma, two bytes.
RULE_FORMAT = "<H"


def write_table(folder: Path, group: str) -> None:
    """Writes `<group>.marisa`, the words with the numbers of their rules, and `<group>.rules`, one rule a line.

    A rule says how many letters a word loses at its end and what it gets instead.
    """
    numbers: dict[tuple[int, str], int] = {}
    records: list[tuple[str, tuple[int]]] = []
    for spelled, lemma in lemmas_of_dictionary(group).items():
        rule = _rule(spelled, lemma)
        records.append((spelled, (numbers.setdefault(rule, len(numbers)),)))
    marisa_trie.RecordTrie(RULE_FORMAT, records).save(str(folder / f"{group}.marisa"))
    rules = "".join(f"{cut} {added}\n" for cut, added in numbers)
    (folder / f"{group}.rules").write_text(rules, "ascii")


def lemmas_of_dictionary(group: str) -> dict[str, str]:
    """The lemma of each word of the dictionary: both folded, in one spelling, both scripts together."""
    chosen: dict[str, str] = {}
    for word, lemma in _entries(group):
        chosen.setdefault(word, stem(lemma, group))
    return chosen


def _entries(group: str) -> Iterator[tuple[str, str]]:
    for word, lemma in DefaultDictionaryFactory(cache_max_size=1).get_dictionary(group).items():
        folded, folded_lemma = fold_word(word), fold_word(lemma)
        if folded.isascii() and folded.isalpha() and folded_lemma.isascii() and folded_lemma.isalpha():
            yield one_spelling(folded, group), one_spelling(folded_lemma, group)


def _rule(word: str, lemma: str) -> tuple[int, str]:
    same = 0
    for one, other in zip(word, lemma, strict=False):
        if one != other:
            break
        same += 1
    return len(word) - same, lemma[same:]
