"""Where the compiled tables lie: `lexicon-<what they are made of>` below LANGUAGE_TABLES_DIR.

A folder is filled under another name and then renamed, so that what is there is whole. The name says what the table is
made of, so that a table is never stale.
"""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from django.conf import settings

from search.analysis.version import ANALYSIS_VERSION
from search.lexicon.compiled import Table, write
from search.lexicon.senses import Sense
from search.lexicon.sources.imported import imported_senses
from search.lexicon.sources.shipped import shipped_checksum, shipped_senses
from search.lexicon.state import current_marks

_SHIPPED = "lexicon-shipped-"
_IMPORTED = "lexicon-imported-"
_LOCK_FILE = "lexicon.lock"


def shipped() -> Path:
    """The folder of the lexicon that ships."""
    return _folder(_SHIPPED, shipped_checksum())


def imported(mark: str) -> Path:
    """The folder of what was imported, for a mark of search.lexicon.state."""
    return _folder(_IMPORTED, mark)


def shipped_table(folder: Path) -> Table:
    """The table of the lexicon that ships, compiled when it is not there: about a second, once on a machine."""
    _compile(folder, _SHIPPED, shipped_senses)
    return Table.at(folder)


def compile_tables() -> None:
    """Compiles whatever is missing on this machine."""
    _compile(shipped(), _SHIPPED, shipped_senses)
    mark = current_marks().imports
    if mark:
        _compile(imported(mark), _IMPORTED, imported_senses)


def _folder(kind: str, state: str) -> Path:
    return Path(settings.LANGUAGE_TABLES_DIR) / f"{kind}{ANALYSIS_VERSION}-{state}"


def _compile(folder: Path, kind: str, senses: Callable[[], Iterable[Sense]]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (folder.parent / _LOCK_FILE).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if folder.is_dir():
            return
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix="making-") as making:
            filled = Path(making) / "filled"
            filled.mkdir()
            write(filled, senses())
            filled.rename(folder)
        for other in folder.parent.glob(f"{kind}*"):
            # Whoever has mapped one keeps it until he has opened the new one.
            if other != folder:
                shutil.rmtree(other, ignore_errors=True)
