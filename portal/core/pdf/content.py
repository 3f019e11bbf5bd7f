"""The article of a page as data for the typesetter: what is read, without what is only for a screen.

Nothing of a page becomes markup of the typesetter: it gets data, so no text can do anything but be set.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urldefrag

from bs4.element import NavigableString, PreformattedString, Tag

from portal.core.pages.addresses import absolute
from portal.core.pdf.characters import showable

#: What there is no use for on paper, or what stands there in another form.
_SKIPPED = frozenset({"nav", "form", "button", "input", "script", "style", "svg", "template"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: Inside these, everything is part of a line of text.
_PARAGRAPHS = frozenset({"p", "dt", "figcaption", "summary", "caption", *_HEADINGS})
_CONTAINERS = frozenset(
    {"article", "aside", "blockquote", "body", "details", "div", "dd", "figure", "header", "section"}
)
_LISTS = frozenset({"ul", "ol"})
_BLOCKS = _PARAGRAPHS | _CONTAINERS | _LISTS | {"dl", "table", "hr", "img"}
_SCHEMES = ("http://", "https://", "mailto:")
_SPACES = re.compile(r"[ \t\r\n]+")

Block = dict[str, Any]
Inline = dict[str, Any]


def blocks_of(element: Tag, address: str) -> list[Block]:
    """What stands in an element, in its order. `address` is that of the page, which links are relative to.

    Each block is a dict with a `kind`: heading (level 1 to 6, text), paragraph (text), list (ordered, items of blocks),
    terms (rows of a term and its blocks), table (columns, head, rows of cells), quote (blocks), image (source, alt),
    part (blocks in another language).
    A text is a list of runs: {text}, {strong: runs}, {emph: runs}, {link, body: runs}, {lang, body: runs}.
    """
    return list(_Reading(address).blocks(element.children))


class _Reading:
    def __init__(self, address: str) -> None:
        self.address = address

    def blocks(self, nodes: Iterable[Any]) -> Iterator[Block]:
        """Loose text between blocks becomes a paragraph of its own."""
        loose: list[Any] = []
        for node in nodes:
            if not _is_block(node):
                loose.append(node)
                continue
            if isinstance(node, Tag) and node.name in _HEADINGS and _is_number(loose):
                # The number of a rule stands before its heading.
                yield from self._heading(node, [*self._text(loose), {"text": " · "}])
            else:
                yield from self._paragraph(loose)
                if not is_left_out(node):
                    yield from self._block(node)
            loose = []
        yield from self._paragraph(loose)

    def _block(self, tag: Tag) -> Iterator[Block]:
        if tag.name in _HEADINGS:
            yield from self._heading(tag, [])
        elif tag.name in _PARAGRAPHS:
            yield from self._paragraph(tag.children, _lang(tag))
        elif tag.name in _LISTS:
            items = [list(self.blocks(item.children)) for item in tag.find_all("li", recursive=False)]
            if items := [item for item in items if item]:
                yield {"kind": "list", "ordered": tag.name == "ol", "items": items, **_lang(tag)}
        elif tag.name == "dl":
            yield from self._terms(tag)
        elif tag.name == "table":
            yield from self._table(tag)
        elif tag.name == "img":
            yield {"kind": "image", "source": str(tag.get("src", "")), "alt": showable(str(tag.get("alt", "")))}
        elif tag.name == "blockquote":
            yield {"kind": "quote", "blocks": list(self.blocks(tag.children)), **_lang(tag)}
        elif tag.get("lang"):
            yield {"kind": "part", "blocks": list(self.blocks(tag.children)), **_lang(tag)}
        else:
            yield from self.blocks(tag.children)

    def _heading(self, tag: Tag, before: list[Inline]) -> Iterator[Block]:
        text = self._text(tag.children)
        if text:
            yield {"kind": "heading", "level": int(tag.name[1]), "text": [*before, *text], **_lang(tag)}

    def _paragraph(self, nodes: Iterable[Any], more: dict[str, str] | None = None) -> Iterator[Block]:
        text = self._text(nodes)
        if text:
            yield {"kind": "paragraph", "text": text, **(more or {})}

    def _terms(self, tag: Tag) -> Iterator[Block]:
        rows: list[dict[str, Any]] = []
        for part in tag.find_all(["dt", "dd"]):
            if part.name == "dt":
                rows.append({"term": self._text(part.children), "blocks": []})
            elif rows:
                found = [{**block, **_lang(part)} for block in self.blocks(part.children)]
                rows[-1]["blocks"] += found
        if rows := [row for row in rows if row["blocks"]]:
            yield {"kind": "terms", "rows": rows}

    def _table(self, tag: Tag) -> Iterator[Block]:
        caption = tag.find("caption")
        if isinstance(caption, Tag):
            yield from self._paragraph(caption.children)
        rows: list[list[dict[str, Any]]] = [
            [
                {
                    "blocks": list(self.blocks(cell.children)),
                    "columns": _number(cell.get("colspan")),
                    "head": cell.name == "th",
                    **_lang(cell),
                }
                for cell in row.find_all(["th", "td"], recursive=False)
            ]
            for row in tag.find_all("tr")
        ]
        rows = [row for row in rows if row]
        if not rows:
            return
        columns = max(sum(cell["columns"] for cell in row) for row in rows)
        heads = len(tag.select("thead tr"))
        yield {"kind": "table", "columns": columns, "head": rows[:heads], "rows": rows[heads:], **_lang(tag)}

    def _text(self, nodes: Iterable[Any]) -> list[Inline]:
        return _trimmed(list(self._runs(nodes)))

    def _runs(self, nodes: Iterable[Any]) -> Iterator[Inline]:
        something = False
        for node in nodes:
            if is_left_out(node):
                continue
            if isinstance(node, Tag) and "badge" in _classes(node) and something:
                # A frame of its own on screen; words among words on paper.
                yield {"text": " · "}
            something = something or isinstance(node, Tag) or str(node).strip() != ""
            if isinstance(node, NavigableString):
                if text := showable(_SPACES.sub(" ", str(node))):
                    yield {"text": text}
                continue
            body = [{"text": "\n"}] if node.name == "br" else list(self._runs(node.children))
            if not body:
                continue
            if lang := _lang(node):
                body = [{**lang, "body": body}]
            target = self._target(str(node.get("href", ""))) if node.name == "a" else ""
            if target:
                yield {"link": target, "body": body}
            elif node.name in {"strong", "b", "mark", "th"}:
                yield {"strong": body}
            elif node.name in {"em", "i", "cite"}:
                yield {"emph": body}
            else:
                yield from body

    def _target(self, href: str) -> str:
        """The whole address that a link leads to; "" for a place on the same page and for what is no address."""
        if href.startswith(_SCHEMES):
            target = href
        elif href.startswith("/") and not href.startswith("//"):
            target = absolute(href)
        else:
            return ""
        return "" if urldefrag(target).url == self.address else target


def _is_block(node: Any) -> bool:
    return isinstance(node, Tag) and (node.name in _BLOCKS or node.find(_BLOCKS) is not None)


def _is_number(nodes: list[Any]) -> bool:
    tags = [node for node in nodes if isinstance(node, Tag)]
    return len(tags) == 1 and "rule__no" in _classes(tags[0])


def is_left_out(node: Any) -> bool:
    """Whether this is only for a screen, or no text at all."""
    if isinstance(node, PreformattedString):
        return True  # comments
    if not isinstance(node, Tag):
        return False
    return (
        node.name in _SKIPPED
        or node.has_attr("hidden")
        or node.get("aria-hidden") == "true"
        or bool({"hidden", "tools", "copy"} & _classes(node))
    )


def _classes(tag: Tag) -> set[str]:
    return set(tag.get_attribute_list("class"))


def _lang(tag: Tag) -> dict[str, str]:
    """The language of the text in it, as the typesetter knows languages: without a script."""
    lang = str(tag.get("lang") or "").split("-")[0].lower()
    return {"lang": lang} if re.fullmatch("[a-z]{2,3}", lang) else {}


def _number(value: Any) -> int:
    return int(value) if str(value or "").isdecimal() and 0 < int(value) < 20 else 1


def _trimmed(runs: list[Inline]) -> list[Inline]:
    """Without white space at both ends and twice within, and nothing at all when there is nothing else."""
    while runs and not _plain(runs[0]).strip():
        runs = runs[1:]
    while runs and not _plain(runs[-1]).strip():
        runs = runs[:-1]
    for place, run in enumerate(runs[1:], start=1):
        if "text" in run and _plain(runs[place - 1]).endswith(" "):
            runs[place] = {"text": run["text"].lstrip(" ")}
    if runs and "text" in runs[0]:
        runs[0] = {"text": runs[0]["text"].lstrip()}
    if runs and "text" in runs[-1]:
        runs[-1] = {"text": runs[-1]["text"].rstrip()}
    return runs


def _plain(run: Inline) -> str:
    if "text" in run:
        return str(run["text"])
    return "".join(_plain(one) for one in run.get("body") or run.get("strong") or run.get("emph") or ())
