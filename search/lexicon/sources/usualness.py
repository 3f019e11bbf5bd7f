"""Of synonyms that are listed with the most usual first: how well each stands for the sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from search.lexicon.senses import Term

#: Measured: from 1 for the most usual down to 0.4 does best.
_WEIGHTS = (1.0, 0.8, 0.6, 0.4)
#: Somebody who types a less usual synonym may well mean another sense, in which it comes first.
_MEANT = (1.0, 0.9, 0.8, 0.7)


def terms_by_usualness(lang: str, synonyms: Sequence[str], share: float = 1.0) -> Iterator[Term]:
    """The terms of one language; `share` (at most 1) multiplies their weights."""
    for rank, text in enumerate(synonyms):
        place = min(rank, len(_WEIGHTS) - 1)
        yield Term(lang, text, _WEIGHTS[place] * share, _MEANT[place])
