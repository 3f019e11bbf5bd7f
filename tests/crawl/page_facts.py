"""What the crawl wants to know of a page, read in one pass over its HTML.

Written for itself, apart from the product's own scanner, so that both do not make the same mistake.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])

#: What is in these is not prose: neither transliterated nor marked.
NOT_PROSE = frozenset(["script", "style", "code", "pre", "kbd", "samp", "textarea"])

#: Attributes that people read or hear.
READ_ATTRIBUTES = frozenset(["alt", "aria-label", "aria-description", "placeholder", "title", "label", "data-label"])

#: A script element of this type is no program.
DATA = "application/ld+json"

_MENTION = re.compile(r"(?:kosov|косов)\w*+(?!\x00*\*)", re.IGNORECASE)
_ANY_MENTION = re.compile(r"kosov|косов", re.IGNORECASE)
#: Addresses stay addresses, printed ones too.
_ADDRESS = re.compile(r"\bhttps?://\S+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]+")


@dataclass(slots=True)
class _Open:
    """An element whose end tag has not come yet, with what holds inside it."""

    tag: str
    lang: str
    prose: bool
    exempt: bool
    footnote: bool


@dataclass(slots=True)
class PageFacts:
    """Facts of one page. `texts` are its text nodes that are prose, each with the language it is in."""

    lang: str = ""
    titles: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    pictures_without_alt: list[str] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    read_attributes: list[tuple[str, str]] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    markable: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)

    @property
    def bare_mentions(self) -> list[str]:
        """Mentions that no asterisk follows, not even in the next text node."""
        return _MENTION.findall("\x00".join(self.markable))

    @property
    def mentions(self) -> int:
        return len(_ANY_MENTION.findall("\x00".join(self.markable)))

    @property
    def double_asterisks(self) -> list[str]:
        return [text for text, _ in self.texts if "**" in text]

    def cyrillic_in(self, lang: str) -> list[str]:
        """Cyrillic words in what is marked as of this language, attributes included."""
        return [
            word
            for text, own in (*self.texts, *self.read_attributes)
            if own == lang
            for word in _CYRILLIC.findall(text)
        ]

    @property
    def ids_used_twice(self) -> list[str]:
        return [name for name, count in self.ids.items() if count > 1]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.facts = PageFacts()
        self._open = [_Open("", "", True, False, False)]
        self._collecting: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        outer = self._open[-1]
        inner = _Open(
            tag,
            values.get("lang", outer.lang),
            outer.prose and tag not in NOT_PROSE and values.get("translate") != "no",
            outer.exempt or values.get("data-status-note") == "exempt",
            outer.footnote or values.get("id") == "status-note",
        )
        self._note(tag, values, inner)
        if tag not in VOID:
            self._open.append(inner)
        if tag == "title" and not any(element.tag == "svg" for element in self._open):
            self._collecting = self.facts.titles
            self.facts.titles.append("")
        elif tag == "h1":
            self._collecting = self.facts.headings
            self.facts.headings.append("")

    def _note(self, tag: str, values: dict[str, str], inner: _Open) -> None:
        facts = self.facts
        if tag == "html":
            facts.lang = inner.lang
        if "id" in values:
            facts.ids[values["id"]] += 1
            if values["id"] == "status-note":
                facts.footnotes.append("")
        if tag == "a" and "href" in values:
            facts.links.append(values["href"])
        if tag in {"img", "script", "source"} and "src" in values:
            facts.sources.append(values["src"])
        if tag == "img" and "alt" not in values:
            facts.pictures_without_alt.append(values.get("src", ""))
        if "style" in values or any(name.startswith("on") for name in values) or tag == "style":
            facts.inline.append(self.get_starttag_text() or tag)
        if tag == "script" and "src" not in values and values.get("type") != DATA:
            facts.inline.append(self.get_starttag_text() or tag)
        if values.get("translate") != "no":
            facts.read_attributes += [(values[name], inner.lang) for name in READ_ATTRIBUTES & values.keys()]
        if tag == "meta" and values.get("name") == "description":
            facts.read_attributes.append((values.get("content", ""), inner.lang))

    def handle_endtag(self, tag: str) -> None:
        if tag in {"title", "h1"}:
            self._collecting = None
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        inner = self._open[-1]
        if self._collecting is not None:
            self._collecting[-1] += data
        if not inner.prose or not data.strip():
            return
        if inner.footnote:
            self.facts.footnotes[-1] += data
            return
        self.facts.texts.append((data, inner.lang))
        if not inner.exempt:
            self.facts.markable.append(_ADDRESS.sub("", data))


def read_page(html: str) -> PageFacts:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.facts
