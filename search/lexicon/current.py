"""The lexicon as it is now, in this process.

What ships and what was imported is compiled into folders and mapped. Concepts, names and editors' entries are few: they
are compiled in memory, anew whenever the mark in the database is another than that of the tables here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from contextlib import suppress
from itertools import chain

from search.lexicon import folders
from search.lexicon.compiled import Table
from search.lexicon.recognition import Lexicon
from search.lexicon.senses import Origin
from search.lexicon.sources.editors import editors_senses
from search.lexicon.sources.names import name_senses
from search.lexicon.sources.thesaurus import thesaurus_senses
from search.lexicon.state import current_marks


class _Kept:
    """The tables of this process, each with the state of the database or of the disk that it was made of."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made_of: dict[Origin, Hashable] = {}
        self._tables: dict[Origin, Table] = {}
        self._lexicon = Lexicon(())

    def lexicon(self) -> Lexicon:
        # Read before the tables are: what changes in between is noticed next time.
        marks = current_marks()
        shipped, imported = folders.shipped(), folders.imported(marks.imports)
        with self._lock:
            before = dict(self._made_of)
            self._make(Origin.EDITORS, marks.terms, lambda: Table.of(editors_senses()))
            self._make(Origin.THESAURUS, marks.terms, lambda: Table.of(chain(thesaurus_senses(), name_senses())))
            self._make(Origin.LEXICON, shipped, lambda: folders.shipped_table(shipped))
            if not marks.imports:
                self._make(Origin.IMPORTED, None, lambda: Table.of(()))
            # Compiled by the command that imports: too much work for a reader to wait for. Until then, as before.
            elif imported.is_dir():
                # Gone between two looks when a newer one has just been compiled.
                with suppress(OSError):
                    self._make(Origin.IMPORTED, imported, lambda: Table.at(imported))
            if self._made_of != before:
                self._lexicon = Lexicon(self._tables.items())
            return self._lexicon

    def _make(self, origin: Origin, state: Hashable, make: Callable[[], Table]) -> None:
        if origin not in self._made_of or self._made_of[origin] != state:
            self._tables[origin] = make()
            self._made_of[origin] = state


_kept = _Kept()


def current_lexicon() -> Lexicon:
    """The lexicon of this moment: one query, and a few more when something has changed since the last time."""
    return _kept.lexicon()
