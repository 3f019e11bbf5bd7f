"""XLIFF 1.2, as most programs of translation agencies read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from portal.core.markup.xml_writing import XmlWriter
from portal.core.status_note.text import mark_text
from portal.desk.exchange.segments import Code, Segment
from portal.desk.exchange.sheet import Entry, Sheet
from portal.desk.exchange.xliff import Delivery, code_of, original, page_id_of, received, remark, tag_of, write_segment

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:1.2"

#: What the elements of HTML are to XLIFF; "x-html-…" is its form for those it has no name for.
_TYPES: Final = {"a": "link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "br": "lb"}


def written(sheet: Sheet) -> bytes:
    xml = XmlWriter()
    with xml.element("xliff", {"version": "1.2", "xmlns": NAMESPACE}):
        about = {
            "original": original(sheet),
            "source-language": tag_of(sheet.source_code),
            "target-language": tag_of(sheet.target_code),
            "datatype": "html",
        }
        with xml.element("file", about):
            with xml.element("header"):
                xml.line("note", remark(sheet))
            with xml.element("body"):
                for entry in sheet.entries:
                    with xml.element("group", {"id": entry.key, "resname": entry.label}):
                        _write_entry(xml, entry)
    return xml.finished()


def read(root: Element) -> list[Delivery]:
    """What the files in a document say. `root` is its `xliff` element."""
    return [_delivery(file) for file in root.iter(f"{{{NAMESPACE}}}file")]


def _write_entry(xml: XmlWriter, entry: Entry) -> None:
    for number, source in enumerate(entry.sources, start=1):
        about = {"id": f"{entry.key}#{number}", "resname": entry.label, "xml:space": "preserve"}
        if entry.max_length is not None:
            about |= {"maxwidth": str(entry.max_length), "size-unit": "char"}
        with xml.element("trans-unit", about):
            with xml.element("source"):
                _write_segment(xml, source)
            if entry.targets:
                with xml.element("target", {"state": "translated"}):
                    _write_segment(xml, entry.targets[number - 1])
            if entry.standing and number == 1:
                xml.line("note", mark_text(entry.standing))


def _write_segment(xml: XmlWriter, segment: Segment) -> None:
    write_segment(xml, segment, "g", "x", _about)


def _about(code: Code) -> dict[str, str]:
    return {"id": code.id, "ctype": _TYPES.get(code.name, f"x-html-{code.name}")}


def _delivery(file: Element) -> Delivery:
    texts: dict[str, list[tuple[Segment, Segment | None]]] = {}
    for unit in file.iter(f"{{{NAMESPACE}}}trans-unit"):
        source, target = unit.find(f"{{{NAMESPACE}}}source"), unit.find(f"{{{NAMESPACE}}}target")
        if source is not None:
            key = unit.get("id", "").rpartition("#")[0]
            texts.setdefault(key, []).append((_segment(source), None if target is None else _segment(target)))
    return Delivery(
        page_id_of(file.get("original")),
        code_of(file.get("source-language")),
        code_of(file.get("target-language")),
        texts,
    )


def _segment(element: Element) -> Segment:
    return received(_pieces(element))


def _pieces(element: Element) -> Iterator[str | Code]:
    yield element.text or ""
    for child in element:
        number = child.get("id", "")
        match child.tag.rpartition("}")[2]:
            case "g":
                yield Code(number, "open")
                yield from _pieces(child)
                yield Code(number, "close")
            case "bx" | "bpt":
                yield Code(number, "open")
            case "ex" | "ept":
                yield Code(child.get("rid", number), "close")
            case "mrk":
                # What a program marked for itself: a term, a comment, a segment of its own.
                yield from _pieces(child)
            case _:
                yield Code(number, "alone")
        yield child.tail or ""
