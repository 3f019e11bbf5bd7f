"""Writing XML, element by element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

from portal.core.markup.xml_text import xml_text


class XmlWriter:
    """Elements as they come. What XML cannot hold becomes a space, in texts and in attributes."""

    def __init__(self) -> None:
        self._text = StringIO()
        self._xml = SimplerXMLGenerator(self._text, "utf-8")
        self._xml.startDocument()

    @contextmanager
    def element(self, name: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        """An element with what is written while it lasts."""
        cleaned = {key: xml_text(value) for key, value in (attributes or {}).items()}
        self._xml.startElement(name, AttributesImpl(cleaned))
        yield
        self._xml.endElement(name)

    def line(self, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> None:
        """An element with nothing but text."""
        with self.element(name, attributes):
            self.text(text)

    def text(self, text: str) -> None:
        self._xml.characters(xml_text(text))

    def finished(self) -> bytes:
        self._xml.endDocument()
        return self._text.getvalue().encode()
