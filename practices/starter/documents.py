"""Files that sample practices hand out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from django.core.files import File
from wagtail.models import Collection

from portal.core.models import PortalDocument
from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import json_document, json_entries
from portal.core.starter.records import BrokenRow
from portal.core.starter.report import Report

_KIND = PortalDocument._meta.label_lower


def load_documents(path: Path, report: Report) -> None:
    """`path` lists title, language and file; the files lie in the folder `files` beside it."""
    rows = json_entries(json_document(path, _KIND, report), "documents", _KIND, report)
    files = {str(row.get("title")): path.parent / "files" / str(row.get("file")) for row in rows}

    def write(document: PortalDocument | None, values: Mapping[str, Any]) -> PortalDocument:
        document = document or PortalDocument(collection=Collection.get_first_root_node())
        document.title, document.language = values["title"], values["language"]
        if document.file_hash != values["file_hash"]:
            with files[values["title"]].open("rb") as stream:
                document.file = File(stream, name=files[values["title"]].name)
                document.save()
        else:
            document.save()
        return document

    existing = {document.title: document for document in PortalDocument.objects.filter(title__in=files)}
    with BatchLoader(kind=_KIND, existing=existing, current=_current, write=write, report=report) as loader:
        for row in rows:
            loader.load_made(str(row.get("title")), partial(_values, row, files))


def _values(row: Mapping[str, Any], files: Mapping[str, Path]) -> dict[str, Any]:
    path = files[str(row.get("title"))]
    if not path.is_file():
        raise BrokenRow(f"the file “{path.name}” is not there")
    # Wagtail compares files by this checksum; it protects nothing.
    checksum = hashlib.sha1(path.read_bytes(), usedforsecurity=False).hexdigest()
    return {"title": row["title"], "language": row["language"], "file_hash": checksum}


def _current(document: PortalDocument) -> dict[str, Any]:
    return {"title": document.title, "language": document.language, "file_hash": document.get_file_hash()}
