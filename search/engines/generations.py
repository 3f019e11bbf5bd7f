"""Folders of one index: the one in use, named by a pointer file, and the one being filled.

A rebuild fills a new folder; replacing the pointer file, which is one step of the file system, puts it to use.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path

_POINTER = "current"


class Generations:
    """The folders below `root` of one version of the schema; those of another version are never in use."""

    def __init__(self, root: Path, version: str) -> None:
        self.root = root
        self._prefix = f"{version}-"

    def current(self) -> Path | None:
        """The folder in use; None when there is none of this version."""
        try:
            name = (self.root / _POINTER).read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None
        if not name.startswith(self._prefix) or "/" in name or not (self.root / name).is_dir():
            return None
        return self.root / name

    def unfinished(self) -> Path | None:
        """The folder that an interrupted rebuild left, the latest one; None when there is none of this version."""
        current = self.current()
        others = [entry for entry in self.root.glob(f"{self._prefix}*") if entry.is_dir() and entry != current]
        return max(others, default=None, key=lambda folder: folder.name)

    def new(self) -> Path:
        """An empty folder for the next generation."""
        folder = self.root / f"{self._prefix}{time.time_ns()}"
        folder.mkdir(parents=True)
        return folder

    def use(self, folder: Path) -> None:
        """Puts a folder to use and removes all others. Whoever still reads one keeps its open files."""
        draft = self.root / f"{_POINTER}.new"
        draft.write_text(folder.name, encoding="ascii")
        draft.replace(self.root / _POINTER)
        for other in self.root.iterdir():
            if other.is_dir() and other != folder:
                shutil.rmtree(other, ignore_errors=True)
