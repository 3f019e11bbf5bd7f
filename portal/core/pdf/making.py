"""Setting a document: data in, the bytes of a PDF out."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from portal.core.pdf.content import Block

_TEMPLATE = Path(__file__).with_name("page.typ")

#: Kinds of picture that the typesetter can set.
_PICTURES = {".jpg", ".jpeg", ".png", ".gif", ".webp"}


@dataclass(frozen=True, slots=True)
class Document:
    """What is to be set. `lang` is a language without script (sr), `changed` becomes the date of the document, `notes`
    stand below the text. A block of kind image has a `source`; `pictures` has the bytes for it, or it is left out.
    """

    title: str
    author: str
    lang: str
    address: str
    changed: datetime
    blocks: list[Block]
    notes: list[Block]


def make_pdf(document: Document, pictures: Mapping[str, bytes]) -> bytes:
    """The document as PDF/UA-1. The same document makes the same bytes, whenever and wherever it is made."""
    named = {source: _file_name(number, source) for number, source in enumerate(pictures)}
    data = {
        "title": document.title,
        "author": document.author,
        "lang": document.lang,
        "address": document.address,
        "blocks": list(_ready(document.blocks, named)),
        "notes": list(_ready(document.notes, named)),
    }
    files = {name: pictures[source] for source, name in named.items() if name}
    return typeset(_TEMPLATE, data, document.changed, files)


def typeset(template: Path, data: Mapping[str, Any], changed: datetime, files: Mapping[str, bytes]) -> bytes:
    """What a template makes of data, as PDF/UA-1: the same bytes of the same data, and a `date` in it from `changed`.

    The template reads `files` by their names. Raises typst.TypstError, as for what is not accessible.
    """
    date = {"year": changed.year, "month": changed.month, "day": changed.day}
    with tempfile.TemporaryDirectory(prefix="continuum-pdf-") as folder:
        root = Path(folder)
        main = root / template.name
        main.write_bytes(template.read_bytes())
        for name, content in files.items():
            (root / name).write_bytes(content)
        # A single file, since no output is named.
        made: bytes = typst.compile(
            main,
            root=root,
            font_paths=_fonts(),
            format="pdf",
            sys_inputs={"data": json.dumps({**data, "date": date}, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=int(changed.timestamp()),
        )
    return made


@cache
def _fonts() -> typst.Fonts:
    """Those that come with the typesetter, with both scripts, so that every machine sets the same."""
    return typst.Fonts(include_system_fonts=False)


def _file_name(number: int, source: str) -> str:
    """What a picture is called beside the template; "" for one that cannot be set."""
    suffix = Path(source).suffix.lower()
    return f"picture-{number}{suffix}" if suffix in _PICTURES else ""


def _ready(
    blocks: Iterable[Block], files: Mapping[str, str], above: list[int] | None = None
) -> Iterator[dict[str, Any]]:
    """The blocks with files for sources of pictures, and with headings that leave out no level, as PDF/UA wants it."""
    above = [0] if above is None else above
    for block in blocks:
        if block["kind"] == "image":
            file = files.get(block["source"], "")
            if file and block["alt"]:
                yield {"kind": "image", "file": file, "alt": block["alt"]}
        elif block["kind"] == "heading":
            above[0] = min(block["level"], above[0] + 1)
            yield {**block, "level": above[0]}
        elif block["kind"] == "list":
            yield {**block, "items": [list(_ready(item, files, above)) for item in block["items"]]}
        elif block["kind"] == "terms":
            rows = [{**row, "blocks": list(_ready(row["blocks"], files, above))} for row in block["rows"]]
            yield {**block, "rows": rows}
        elif block["kind"] == "table":
            yield {
                **block,
                **{
                    part: [
                        [{**cell, "blocks": list(_ready(cell["blocks"], files, above))} for cell in row]
                        for row in block[part]
                    ]
                    for part in ("head", "rows")
                },
            }
        elif "blocks" in block:
            yield {**block, "blocks": list(_ready(block["blocks"], files, above))}
        else:
            yield block
