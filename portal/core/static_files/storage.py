"""Joins the style sheet's imports into one file when static files are collected.

`css/index.css` imports one file a component; a browser on a slow line should fetch one. The joined sheet keeps each
import's layer. Everything then gets a hash in its name, and whitenoise serves it compressed and for good.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

INDEX = "css/index.css"

_IMPORT = re.compile(r'@import\s+"(?P<path>[^"]+)"\s*(?:layer\((?P<layer>[\w-]+)\))?\s*;')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")


def join_style_sheet(index: str, read: Any) -> str:
    """The text of the index with each import replaced by the imported text, in its layer, comments left out.

    `read(path)` gives the text of a sheet by its path relative to the index's folder.
    """

    def imported(match: re.Match[str]) -> str:
        text = read(match["path"])
        return f"@layer {match['layer']}{{{text}}}" if match["layer"] else text

    joined = _COMMENT.sub("", _IMPORT.sub(imported, _COMMENT.sub("", index)))
    return _SPACE.sub(" ", joined).strip() + "\n"


class JoinedManifestStorage(CompressedManifestStaticFilesStorage):
    """Collects `css/index.css` joined, hashes every file name and compresses."""

    # A page that names a file which is not there should say so in tests, not fail for a reader.
    manifest_strict = False
    # Scripts are modules that import each other by relative paths: these must follow the hashed names.
    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if not dry_run and INDEX in paths:
            self._join()
            # Hashing reads from where a file came from, unless it is told that the collected one is meant.
            paths = {**paths, INDEX: (self, INDEX)}
        yield from super().post_process(paths, dry_run, **options)

    def _join(self) -> None:
        folder = PurePosixPath(INDEX).parent

        def read(path: str) -> str:
            with self.open(str(folder / path)) as sheet:
                return str(sheet.read().decode())

        joined = join_style_sheet(read(PurePosixPath(INDEX).name), read)
        self.delete(INDEX)
        self._save(INDEX, ContentFile(joined.encode()))
