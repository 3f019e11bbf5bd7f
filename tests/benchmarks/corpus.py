"""Texts that nobody wrote: words of the lexicon and the glossary, some often and most seldom, as in a text."""

from __future__ import annotations

import csv
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from portal.core.languages.catalogue import CONTENT_CODES

_ROOT = Path(__file__).resolve().parent.parent.parent
_LEXICON = _ROOT / "search" / "lexicon" / "data"
_GLOSSARY = _ROOT / "portal" / "vocabulary" / "starter_data" / "glossary.csv"

_WORD = re.compile(r"[^\W\d_]+")

#: The word of rank r is as usual as 1 / (r + this): the law of Zipf and Mandelbrot, as it fits ordinary texts.
_SHIFT = 2.7


class _Words(NamedTuple):
    """The words of a language, the most usual first, and how usual all up to each of them are together."""

    words: list[str]
    shares: list[float]


def text(random_: random.Random, code: str, length: int) -> str:
    """So many words of a content language, independent of each other."""
    drawn_from = _all_words()[code]
    return " ".join(random_.choices(drawn_from.words, cum_weights=drawn_from.shares, k=length))


def vocabulary(code: str) -> list[str]:
    """The words of a content language, the most usual first."""
    return _all_words()[code].words


@cache
def _all_words() -> Mapping[str, _Words]:
    """Words that the sources use more often stand first; of equal ones the order of the alphabet decides."""
    counts: dict[str, Counter[str]] = {code: Counter() for code in CONTENT_CODES}
    for code, cell in _cells():
        counts[code].update(word.lower() for word in _WORD.findall(cell))
    found = {}
    for code, counted in counts.items():
        words = sorted(counted, key=lambda word, of=counted: (-of[word], word))  # type: ignore[misc]
        found[code] = _Words(words, list(accumulate(1 / (rank + _SHIFT) for rank in range(1, len(words) + 1))))
    return found


def _cells() -> Iterator[tuple[str, str]]:
    """All texts of the sources, each with its language. The lexicon's Bosnian column stands for Montenegrin too."""
    for row in _rows([*sorted(_LEXICON.glob("*.csv")), _GLOSSARY]):
        for column, cell in row.items():
            code = column.removesuffix("_alt")
            if code in CONTENT_CODES:
                yield code, cell
            if code == "bs" and "cnr" not in row:
                yield "cnr", cell


def _rows(paths: Iterable[Path]) -> Iterator[dict[str, str]]:
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
