"""XLIFF 2.0; 2.1 has the same core and the same namespace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from django.utils.translation import gettext

from portal.core.markup.xml_writing import XmlWriter
from portal.core.status_note.text import mark_text
from portal.desk.exchange.segments import Code, Segment
from portal.desk.exchange.sheet import Entry, Sheet
from portal.desk.exchange.xliff import Delivery, code_of, original, page_id_of, received, remark, tag_of, write_segment

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:2.0"

_TYPES: Final[dict[str, dict[str, str]]] = {
    "a": {"type": "link"},
    "b": {"type": "fmt", "subType": "xlf:b"},
    "strong": {"type": "fmt", "subType": "xlf:b"},
    "i": {"type": "fmt", "subType": "xlf:i"},
    "em": {"type": "fmt", "subType": "xlf:i"},
    "br": {"type": "fmt", "subType": "xlf:lb"},
}


def written(sheet: Sheet) -> bytes:
    xml = XmlWriter()
    about = {
        "version": "2.0",
        "xmlns": NAMESPACE,
        "srcLang": tag_of(sheet.source_code),
        "trgLang": tag_of(sheet.target_code),
    }
    with (
        xml.element("xliff", about),
        xml.element("file", {"id": "f1", "original": original(sheet), "canResegment": "no"}),
    ):
        _write_notes(xml, [remark(sheet)])
        for number, entry in enumerate(sheet.entries, start=1):
            with xml.element("unit", {"id": f"u{number}", "name": entry.key}):
                _write_entry(xml, entry)
    return xml.finished()


def read(root: Element) -> list[Delivery]:
    """What the files in a document say. `root` is its `xliff` element."""
    return [_delivery(file, root) for file in root.iter(f"{{{NAMESPACE}}}file")]


def _write_entry(xml: XmlWriter, entry: Entry) -> None:
    notes = [entry.label]
    if entry.max_length is not None:
        notes.append(gettext("At most %(limit)d characters.") % {"limit": entry.max_length})
    _write_notes(xml, [*notes, mark_text(entry.standing)])
    for number, source in enumerate(entry.sources, start=1):
        state = "translated" if entry.targets else "initial"
        with xml.element("segment", {"id": f"s{number}", "state": state}):
            with xml.element("source", {"xml:space": "preserve"}):
                _write_segment(xml, source)
            if entry.targets:
                with xml.element("target", {"xml:space": "preserve"}):
                    _write_segment(xml, entry.targets[number - 1])


def _write_notes(xml: XmlWriter, notes: list[str]) -> None:
    with xml.element("notes"):
        for note in filter(None, notes):
            xml.line("note", note)


def _write_segment(xml: XmlWriter, segment: Segment) -> None:
    write_segment(xml, segment, "pc", "ph", _about)


def _about(code: Code) -> dict[str, str]:
    return {"id": code.id, **_TYPES.get(code.name, {"type": "other"})}


def _delivery(file: Element, root: Element) -> Delivery:
    texts: dict[str, list[tuple[Segment, Segment | None]]] = {}
    for unit in file.iter(f"{{{NAMESPACE}}}unit"):
        for segment in unit.iter(f"{{{NAMESPACE}}}segment"):
            source, target = segment.find(f"{{{NAMESPACE}}}source"), segment.find(f"{{{NAMESPACE}}}target")
            if source is not None:
                both = (_segment(source), None if target is None else _segment(target))
                texts.setdefault(unit.get("name", ""), []).append(both)
    return Delivery(page_id_of(file.get("original")), code_of(root.get("srcLang")), code_of(root.get("trgLang")), texts)


def _segment(element: Element) -> Segment:
    return received(_pieces(element))


def _pieces(element: Element) -> Iterator[str | Code]:
    yield element.text or ""
    for child in element:
        number = child.get("id", "")
        match child.tag.rpartition("}")[2]:
            case "pc":
                yield Code(number, "open")
                yield from _pieces(child)
                yield Code(number, "close")
            case "sc":
                yield Code(number, "open")
            case "ec":
                yield Code(child.get("startRef", number), "close")
            case "cp":
                # A character that XML cannot hold; nothing that we would keep.
                yield " "
            case "mrk":
                yield from _pieces(child)
            case "sm" | "em":
                pass
            case _:
                yield Code(number, "alone")
        yield child.tail or ""
