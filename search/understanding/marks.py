"""Which words of a result are to be marked: those that it was found by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from search.analysis.lemmas import lemma
from search.engines.looked_for import AnyOf, Counted, Filed, InTitle, Node, Stream, TitleBeginning, Together, Words


@dataclass(frozen=True, slots=True)
class Marks:
    """By group of languages: folded words, and lemmas."""

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lemmas: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __contains__(self, word: tuple[str, str]) -> bool:
        """Whether a folded word of a text in this group is marked: `(group, word) in marks`."""
        group, folded = word
        return folded in self.words.get(group, ()) or lemma(folded, group) in self.lemmas.get(group, ())

    def __bool__(self) -> bool:
        return bool(self.words or self.lemmas)


def marks_of(node: Node | None) -> Marks:
    """All words that a tree looks for."""
    words: dict[str, set[str]] = {}
    lemmas: dict[str, set[str]] = {}
    waiting = [] if node is None else [node]
    while waiting:
        match waiting.pop():
            case Words() as one:
                kept = words if one.stream == Stream.WORDS else lemmas
                kept.setdefault(one.group, set()).update(one.words)
            case AnyOf() as some:
                waiting += some.among
            case Together() as all_:
                waiting += all_.parts
            case Counted() as counted:
                waiting.append(counted.node)
            case TitleBeginning() | InTitle() | Filed():
                pass
    return Marks(_frozen(words), _frozen(lemmas))


def _frozen(sets: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {group: frozenset(words) for group, words in sets.items()}
