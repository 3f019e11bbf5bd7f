"""The exit for records: asterisks, the footnote once in a record, and addresses with their host.

Serbian leaves as it was written, in Cyrillic, and is marked so. Many harvesters keep one text of each language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from portal.core.markup.xml_writing import XmlWriter
from portal.core.status_note.notes import code_for, note_for
from portal.core.status_note.text import has_mention, mark_text
from search.harvest.description import Statement
from search.oai.formats import ELEMENTS_NAMESPACE, NAMESPACE, SCHEMA

#: What names things for machines, or as they were adopted: it gets no asterisk.
_NO_WORDS = frozenset({"identifier", "relation", "language", "date"})


def write_dublin_core(xml: XmlWriter, statements: Iterable[Statement], absolute: Callable[[str], str]) -> None:
    """`absolute` makes an address of the portal one with the host."""
    attributes = {
        "xmlns:oai_dc": NAMESPACE,
        "xmlns:dc": ELEMENTS_NAMESPACE,
        "xsi:schemaLocation": f"{NAMESPACE} {SCHEMA}",
    }
    with xml.element("oai_dc:dc", attributes):
        for element, text, lang in _finished(list(statements), absolute):
            xml.line(f"dc:{element}", text, {"xml:lang": lang} if lang else None)


def status_note(statements: Iterable[Statement]) -> Statement | None:
    """The footnote for a record that needs it, in the language of its first words."""
    words = [one for one in statements if one.element not in _NO_WORDS and has_mention(one.text)]
    if not words:
        return None
    lang = next((one.lang for one in statements if one.lang), "en")
    return Statement("rights", f"* {note_for(code_for(lang, 'en'))}", lang)


def _finished(statements: list[Statement], absolute: Callable[[str], str]) -> Iterator[Statement]:
    for one in statements:
        if one.element not in _NO_WORDS:
            yield one._replace(text=mark_text(one.text))
        elif one.text.startswith("/"):
            yield one._replace(text=absolute(one.text))
        else:
            yield one
    if note := status_note(statements):
        yield note
