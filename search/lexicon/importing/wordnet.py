"""Tab files of the Open Multilingual Wordnet (`wn-data-xxx.tab`).

    # Name of the wordnet<TAB>language<TAB>address<TAB>licence
    00001740-n<TAB>als:lemma<TAB>ent

Files of different languages name their senses ("synsets") alike, so that terms of different files meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from search.lexicon.importing.rows import ReadTerm, Skipped, numbered_lines, read_term

_SYNSET = re.compile(r"\d{8}-[a-z]|i\d{1,9}")
_COLUMNS = 3


def wordnet_terms(path: Path, lang: str) -> Iterator[ReadTerm | Skipped]:
    """The lemmas of a file, all taken to be in the content language `lang`. Raises UnreadableList."""
    marked: str | None = None
    for number, line in numbered_lines(path):
        if isinstance(line, Skipped):
            yield line
            continue
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) < _COLUMNS:
            yield Skipped(number, "has no three columns")
            continue
        synset, kind, form = columns[:_COLUMNS]
        mark, _colon, kind = kind.rpartition(":")
        if kind != "lemma":
            yield Skipped(number, "is no lemma")
            continue
        marked = mark if marked is None else marked
        if mark != marked:
            yield Skipped(number, f"is in another language than the first lemma ({marked or 'not marked'})")
        elif not _SYNSET.fullmatch(synset):
            yield Skipped(number, "names no synset")
        else:
            yield read_term(number, f"wn:{synset}", lang, form.replace("_", " "))
