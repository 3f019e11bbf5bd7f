"""What a match in each group of languages is worth to a reader."""

from __future__ import annotations

from collections.abc import Mapping

from portal.core.languages.catalogue import Language
from search.analysis.language_groups import GROUP_CODES, GROUP_OF

#: Weights of the language groups, the reader's own first, then in the order of what is nearest to it.
_WEIGHTS = (1.0, 0.85, 0.75, 0.65)

#: The share of its weight that a group keeps in which the query cannot be written: names and international words are
#: the same everywhere.
_FLOOR = 0.6


def reader_weights(reader: Language) -> dict[str, float]:
    """How near each group is to this reader: 1 for the own."""
    groups = dict.fromkeys(GROUP_OF[code] for code in (reader.content_code, *reader.fallbacks))
    return dict(zip(groups, _WEIGHTS, strict=True))


def word_weights(reader: Mapping[str, float], likelihoods: Mapping[str, float]) -> dict[str, float]:
    """What the very words of a query are worth in each group, by reader and by the language they seem to be in."""
    highest = max(likelihoods.values(), default=0) or 1
    return {
        group: reader[group] * (_FLOOR + (1 - _FLOOR) * likelihoods.get(group, 0) / highest) for group in GROUP_CODES
    }
