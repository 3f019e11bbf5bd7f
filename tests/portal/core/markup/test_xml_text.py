"""What XML cannot hold."""

from xml.sax.saxutils import escape

from lxml import etree

from portal.core.markup.xml_text import xml_text


def test_any_text_can_be_read_back_from_xml_and_only_impossible_characters_are_lost():
    text = "".join(map(chr, range(0x10000))) + "😀"
    cleaned = xml_text(text)
    # A carriage return is possible, but a reader makes a line feed of it.
    read = etree.fromstring(f"<a>{escape(cleaned)}</a>".encode()).text
    assert read == cleaned.replace("\r", "\n")
    lost = {ord(before) for before, after in zip(text, cleaned, strict=True) if before != after}
    assert lost == {*range(0x9), 0xB, 0xC, *range(0xE, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF}
