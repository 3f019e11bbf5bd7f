"""DOCX: text of paragraphs, tables and boxes, with the pages that Word saw when it saved the file."""

from __future__ import annotations

from typing import IO, Any, Final

import docx
from docx.oxml.parser import parse_xml

from portal.core.files.reader.answer import Answer
from portal.core.files.reader.growing_text import GrowingText
from portal.core.files.reader.packed import open_packed

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: The same content a second time, for programs that do not know newer drawings.
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES: Final = ("/footnotes", "/endnotes")


def read(file: IO[bytes], answer: Answer) -> None:
    open_packed(file).close()
    file.seek(0)
    document = docx.Document(file)
    text = GrowingText()
    _walk(document.element.body, text, answer)
    for relation in document.part.rels.values():
        if relation.reltype.endswith(_NOTES):
            _walk(parse_xml(relation.target_part.blob), text, answer)
    answer.page(text.take())


def _walk(root: Any, text: GrowingText, answer: Answer) -> None:
    """The text below an element in reading order; a page is said where Word noted that one began."""
    for node in _nodes(root):
        tag = node.tag
        if tag == f"{_WORD}t":
            text.add(node.text)
        elif tag == f"{_WORD}tab":
            text.add("\t")
        elif tag in (f"{_WORD}p", f"{_WORD}br", f"{_WORD}cr"):
            text.add("\n")
        elif tag == f"{_WORD}noBreakHyphen":
            text.add("-")
        elif tag == f"{_WORD}lastRenderedPageBreak":
            answer.page(text.take())
            answer.next_page()


def _nodes(root: Any) -> Any:
    """All elements in reading order without the fallbacks; not recursive, so that no depth of nesting is too much."""
    waiting = [iter(root)]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
        elif node.tag != _FALLBACK and isinstance(node.tag, str):
            yield node
            waiting.append(iter(node))
