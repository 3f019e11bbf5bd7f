"""Which words of a result are to be marked: those that it was found by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from portal.core.languages.folding import fold_word
from search.analysis.lemmas import lemma
from search.engines.looked_for import AnyOf, Counted, Filed, InTitle, Node, Stream, TitleBeginning, Together, Words


@dataclass(frozen=True, slots=True)
class Marks:
    """By group of languages: folded words, and lemmas."""

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lemmas: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _written: dict[str, Mapping[str, str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def written(self, group: str) -> Mapping[str, str]:
        """For any word as it is written in a text in this group its folded form, "" if it is not marked."""
        if group not in self._written:
            self._written[group] = _Written(self, group)
        return self._written[group]

    def __contains__(self, word: tuple[str, str]) -> bool:
        """Whether a folded word of a text in this group is marked: `(group, word) in marks`."""
        group, folded = word
        return folded in self.words.get(group, ()) or lemma(folded, group) in self.lemmas.get(group, ())

    def __bool__(self) -> bool:
        return bool(self.words or self.lemmas)


class _Written(dict[str, str]):
    """Each word is looked at once: the texts of a list of results have many in common."""

    def __init__(self, marks: Marks, group: str) -> None:
        super().__init__()
        self._group = group
        self._words = marks.words.get(group, frozenset())
        self._lemmas = marks.lemmas.get(group, frozenset())

    def __missing__(self, word: str) -> str:
        folded = fold_word(word)
        is_marked = folded in self._words or (self._lemmas and lemma(folded, self._group) in self._lemmas)
        form = self[word] = folded if is_marked else ""
        return form


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
