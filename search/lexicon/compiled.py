"""Senses in a form that takes little memory: a trie of terms, and one run of bytes with what they mean.

Compiled into a folder, both are mapped and not read: a worker pays only for what it looks up.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import marisa_trie

from search.analysis.language_groups import GROUP_OF
from search.lexicon.senses import Sense, Term
from search.lexicon.terms import MAX_WORDS, lemmas_of

_KEYS = "terms.marisa"
_SENSES = "senses.bin"
#: Of each term that leads to a sense: where the sense begins, how many bytes it has, how likely it is meant.
_PLACE = "<IHB"
_LONGEST_SENSE = 65_535
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sense that a term leads to; `meant` is how likely (above 0, at most 1)."""

    meant: float
    terms: tuple[Term, ...]


class Table:
    """Finds the senses of a term. Reading it from several threads is safe."""

    def __init__(self, places: marisa_trie.RecordTrie, senses: bytes | mmap.mmap) -> None:
        self._places = places
        self._senses = senses

    @classmethod
    def of(cls, senses: Iterable[Sense]) -> Table:
        """A table in memory."""
        places, packed = _packed(senses)
        return cls(places, packed)

    @classmethod
    def at(cls, folder: Path) -> Table:
        """The table that `write` put into the folder. Raises OSError when there is none."""
        places = marisa_trie.RecordTrie(_PLACE)
        try:
            places.mmap(str(folder / _KEYS))
        except RuntimeError as error:
            raise FileNotFoundError(folder / _KEYS) from error
        with (folder / _SENSES).open("rb") as file:
            # An empty file cannot be mapped.
            packed = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if file.seek(0, 2) else b""
        return cls(places, packed)

    def knows(self, group: str, lemmas: Sequence[str]) -> bool:
        """Whether a term of this language group has these lemmas."""
        return bool(self._found(group, lemmas))

    def meanings(self, group: str, lemmas: Sequence[str]) -> list[Meaning]:
        """Everything that a term of this language group can mean, the likeliest first, then as they were compiled."""
        places = sorted(self._found(group, lemmas), key=lambda place: (-place[2], place[0]))
        return [Meaning(meant / _PERCENT, tuple(self._terms(start, length))) for start, length, meant in places]

    def _found(self, group: str, lemmas: Sequence[str]) -> Sequence[tuple[int, int, int]]:
        key = _key(group, lemmas)
        # The trie ends its keys with such a character and refuses to look for one.
        return self._places.get(key, ()) if "\0" not in key else ()

    def _terms(self, start: int, length: int) -> Iterator[Term]:
        for line in bytes(self._senses[start : start + length]).decode().split("\n"):
            lang, percent, text = line.split("\t")
            yield Term(lang, text, int(percent) / _PERCENT)


def write(folder: Path, senses: Iterable[Sense]) -> None:
    """Compiles into a folder, which has to be there."""
    places, packed = _packed(senses)
    places.save(str(folder / _KEYS))
    (folder / _SENSES).write_bytes(packed)


def _key(group: str, lemmas: Sequence[str]) -> str:
    return f"{group} {' '.join(lemmas)}"


def _packed(senses: Iterable[Sense]) -> tuple[marisa_trie.RecordTrie, bytes]:
    places: list[tuple[str, tuple[int, int, int]]] = []
    packed = bytearray()
    for sense in senses:
        record = "\n".join(_line(term) for term in sense.terms).encode()
        # A list that holds such a sense is no list of words; its first terms would be torn from the others.
        if len(record) > _LONGEST_SENSE:
            continue
        # Of a key that several terms share, the likeliest one counts: the last.
        keys = dict(sorted(_leading(sense), key=lambda pair: pair[1]))
        places.extend((key, (len(packed), len(record), meant)) for key, meant in keys.items())
        packed += record
    return marisa_trie.RecordTrie(_PLACE, places), bytes(packed)


def _line(term: Term) -> str:
    return f"{term.lang}\t{_percent(term.weight)}\t{' '.join(term.text.split())}"


def _leading(sense: Sense) -> Iterator[tuple[str, int]]:
    """The key of each term that leads to the sense."""
    for term in sense.terms:
        if term.meant is not None:
            group = GROUP_OF[term.lang]
            lemmas = lemmas_of(term.text, group)
            if 0 < len(lemmas) <= MAX_WORDS:
                yield _key(group, lemmas), _percent(term.meant)


def _percent(share: float) -> int:
    return max(1, min(_PERCENT, round(share * _PERCENT)))
