"""PPTX: the text of each slide, whatever it stands in, and the speaker's notes."""

from __future__ import annotations

from typing import IO, Any, Final

import pptx

from portal.core.files.reader.answer import Answer
from portal.core.files.reader.growing_text import GrowingText
from portal.core.files.reader.packed import open_packed

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def read(file: IO[bytes], answer: Answer) -> None:
    open_packed(file).close()
    file.seek(0)
    for slide in pptx.Presentation(file).slides:
        answer.next_page()
        text = GrowingText()
        _add(slide.element, text)
        if slide.has_notes_slide:
            _add(slide.notes_slide.element, text)
        answer.page(text.take())


def _add(root: Any, text: GrowingText) -> None:
    for node in root.iter(f"{_DRAWING}t", f"{_DRAWING}p", f"{_DRAWING}br"):
        text.add(node.text if node.tag == f"{_DRAWING}t" else "\n")
