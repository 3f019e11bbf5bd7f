"""Institutions, kinds of agency, fields of work and terms, by the words they are called in all six languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from network.directory.words import keys_of
from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.models import Beneficiary, Concept, Institution, Term
from search.analysis.language_groups import GROUP_OF

#: By model, the translated fields that hold names of it.
_NAMES: Mapping[type[Any], tuple[str, ...]] = {
    Beneficiary: ("name", "capital"),
    Institution: ("name",),
    Term: ("label",),
    Concept: ("label", "alternative_labels"),
}

#: Names whose words a process keeps: more than there are.
_KEPT = 8192


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """For each model, by key, the words of everything it is called."""

    words: Mapping[type[Any], Mapping[int, frozenset[str]]]

    @classmethod
    def load(cls) -> Vocabulary:
        """One query a model."""
        return cls({model: _words(model, names) for model, names in _NAMES.items()})

    def having(self, model: type[Any], alternatives: Iterable[tuple[frozenset[str], ...]]) -> list[int]:
        """Keys of all that have, for one of the alternatives, one word of each of its sets."""
        wanted = list(alternatives)
        return [
            key
            for key, words in self.words[model].items()
            if any(all(not words.isdisjoint(one) for one in sets) for sets in wanted)
        ]


def _words(model: type[Any], names: tuple[str, ...]) -> dict[int, frozenset[str]]:
    columns = [(code, f"{name}_{code}") for name in names for code in CONTENT_CODES]
    rows = model._default_manager.order_by().values_list("pk", *(column for _code, column in columns))
    return {
        key: frozenset().union(*(_of(text, code) for text, (code, _column) in zip(texts, columns, strict=True) if text))
        for key, *texts in rows
    }


@lru_cache(maxsize=_KEPT)
def _of(text: str, code: str) -> frozenset[str]:
    return frozenset(keys_of(text, GROUP_OF[code]))
