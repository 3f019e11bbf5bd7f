"""The table of a language group, mapped into memory; made first if it is not there."""

from __future__ import annotations

import fcntl
import shutil
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp

import marisa_trie
from django.conf import settings

from search.analysis.language_groups import GROUP_CODES
from search.analysis.tables.build import RULE_FORMAT, write_table
from search.analysis.version import ANALYSIS_VERSION


class Table:
    """What the dictionary of one group knows. The trie lies in a mapped file, which processes share."""

    def __init__(self, folder: Path, group: str) -> None:
        self._trie = marisa_trie.RecordTrie(RULE_FORMAT)
        self._trie.mmap(str(folder / f"{group}.marisa"))
        lines = (folder / f"{group}.rules").read_text("ascii").splitlines()
        self._rules = [(int(cut), added) for cut, _, added in (line.partition(" ") for line in lines)]

    def lemma(self, spelled: str) -> str | None:
        """The lemma of a folded word in its one spelling; None if the dictionary does not have it."""
        found = self._trie.get(spelled) if _is_word(spelled) else None
        if not found:
            return None
        cut, added = self._rules[found[0][0]]
        return spelled[: len(spelled) - cut] + added

    def has(self, spelled: str) -> bool:
        return _is_word(spelled) and spelled in self._trie


def _is_word(spelled: str) -> bool:
    """Only such are in a table; a trie raises for some of the rest, such as a zero character or half a letter."""
    return spelled.isascii() and spelled.isalpha()


@cache
def table(group: str) -> Table:
    return Table(ensure_tables(), group)


def tables_exist() -> bool:
    """Whether the tables of this version are made."""
    return _folder().is_dir()


def ensure_tables() -> Path:
    """The folder of the tables of this version; makes them if need be, which takes some seconds.

    Of several processes one makes them, and the others wait for it.
    """
    folder = _folder()
    if tables_exist():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (folder.parent / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir():
            _make(folder)
    return folder


def _folder() -> Path:
    return Path(settings.LANGUAGE_TABLES_DIR) / f"{ANALYSIS_VERSION}-{version('simplemma')}"


def _make(folder: Path) -> None:
    """All tables, in one step of the file system: a process that is killed leaves nothing that looks finished."""
    unfinished = Path(mkdtemp(prefix="unfinished-", dir=folder.parent))
    try:
        for group in GROUP_CODES:
            write_table(unfinished, group)
        unfinished.chmod(0o755)
        unfinished.replace(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
