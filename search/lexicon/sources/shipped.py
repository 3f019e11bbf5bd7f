"""The general lexicon that comes with the portal: everyday, legal, social and administrative words.

`data/*.csv` with a column for each language; a row is one sense, a cell holds its synonyms separated by `|`, the most
usual first. The Bosnian column stands for Montenegrin too: search looks both up together.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from search.lexicon.senses import Sense
from search.lexicon.sources.usualness import terms_by_usualness

_DATA = Path(__file__).resolve().parent.parent / "data"
_COLUMNS = ("en", "sq", "bs", "sr", "mk")


def shipped_senses() -> Iterator[Sense]:
    for path in _files():
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                terms = [term for lang in _COLUMNS for term in terms_by_usualness(lang, row[lang].split("|"))]
                yield Sense(tuple(terms))


@cache
def shipped_checksum() -> str:
    """Changes with any of the files, which come with the program and stay as they are while it runs."""
    digest = hashlib.sha256()
    for path in _files():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _files() -> list[Path]:
    return sorted(_DATA.glob("*.csv"))
