"""One way through an HTML or XML document: its tags and texts in order, each with what holds there.

It builds no tree and changes nothing. It is written for pages that are sent a thousand times: a regular expression
finds each tag, and only elements that say something about language or treatment cost more.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from portal.core.markup.elements import (
    INLINE,
    INTEGRATION_POINTS,
    RAW_TEXT,
    VERBATIM,
    VOID,
    depth_after_end,
    depth_before_start,
)

Kind = Literal["text", "cdata", "start", "end"]


class Context(NamedTuple):
    """What holds for a text or a tag.

    `lang` is the nearest `lang` in lower case ("" when unknown); `translate` follows the HTML attribute of that name;
    `verbatim` is true in code and in form fields; `closed` in elements with the attribute that the caller named.
    """

    lang: str
    translate: bool = True
    verbatim: bool = False
    closed: bool = False


class Piece(NamedTuple):
    """A stretch of the document. A start tag has its own element's context; `name` is "" for text."""

    kind: Kind
    start: int
    end: int
    name: str
    context: Context


class Attribute(NamedTuple):
    """An attribute: its name in lower case, and where its value stands without the quotes."""

    name: str
    start: int
    end: int


_ATTRIBUTES = r"""(?>[\s/]+|[^\s/>][^\s/>=]*+(?>\s*+=\s*+(?>"[^"]*"|'[^']*'|[^\s>"'][^\s>]*+|(?=>)))?+)*+"""
_TAG = rf"<(?P<slash>/?)(?P<name>[A-Za-z_][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})>"
_HTML_MARKUP = re.compile(
    rf"{_TAG}|<!--(?:-?>|(?s:.*?)(?:--!?>|\Z))|<!\[CDATA\[(?P<cdata>(?s:.*?))(?:\]\]>|\Z)|<[!?/][^>]*(?:>|\Z)"
)
_XML_MARKUP = re.compile(
    rf"{_TAG}|<!--(?s:.*?)(?:-->|\Z)|<!\[CDATA\[(?P<cdata>(?s:.*?))(?:\]\]>|\Z)|<\?(?s:.*?)(?:\?>|\Z)|<![^>]*(?:>|\Z)"
)
_ANY_TAG = re.compile(_TAG)
# Browsers stop nesting at about this depth, too; without a limit hostile pages would cost time in its square.
_DEEPEST = 512
_UNFINISHED_TAG = re.compile(r"<[/A-Za-z]")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*+)))?""")
_RAW_TEXT_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW_TEXT}


def scan_html(html: str, *, lang: str = "", closed_by: str = "", start: int = 0) -> Iterator[Piece]:
    """Tags and texts of an HTML document or fragment, in order; comments and the doctype are passed over.

    `lang` holds where the document says nothing; elements with an attribute `closed_by` are closed. What is before
    `start` is as if it were not there.
    """
    root = Context(lang.lower())
    names: list[str] = []
    contexts = [root]
    foreign: list[bool] = [False]
    position, length = start, len(html)
    match_at = _HTML_MARKUP.match
    groups = re.Match.group
    while position < length:
        opening = html.find("<", position)
        match = match_at(html, opening) if opening >= 0 else None
        while match is None and opening >= 0:
            if _UNFINISHED_TAG.match(html, opening):
                break  # the end is missing: nobody can say what the rest is
            opening = html.find("<", opening + 1)
            match = match_at(html, opening) if opening >= 0 else None
        text_end = opening if opening >= 0 else length
        if text_end > position:
            yield Piece("text", position, text_end, "", contexts[-1])
        if match is None:
            return
        position = match.end()
        slash, name, attributes, cdata = groups(match, "slash", "name", "attributes", "cdata")
        if name is None:
            if cdata is not None:
                if foreign[-1]:
                    yield Piece("cdata", *match.span("cdata"), "", contexts[-1])
                else:
                    position = html.find(">", opening) + 1 or length
            continue
        name = name.lower()
        if slash:
            if names and names[-1] == name:
                del names[-1], contexts[-1], foreign[-1]
            else:
                depth = depth_after_end(name, names)
                del names[depth:], contexts[depth + 1 :], foreign[depth + 1 :]
            yield Piece("end", opening, position, name, contexts[-1])
            continue
        if not foreign[-1]:
            depth = depth_before_start(name, names)
            if depth < len(names):
                del names[depth:], contexts[depth + 1 :], foreign[depth + 1 :]
        is_foreign = foreign[-1] or name == "svg" or name == "math"
        context = contexts[-1]
        if attributes or name in VERBATIM:
            context = _derive(context, name, attributes, html, match.span("attributes"), "lang", closed_by)
        yield Piece("start", opening, position, name, context)
        if (is_foreign and attributes.endswith("/")) or (name in VOID and not is_foreign):
            continue
        if name in RAW_TEXT and not is_foreign:
            end = _RAW_TEXT_END[name].search(html, position) if name != "plaintext" else None
            text_end = end.start() if end else length
            if text_end > position:
                yield Piece("text", position, text_end, "", context)
            position = text_end
        if len(names) >= _DEEPEST:
            continue
        names.append(name)
        contexts.append(context)
        foreign.append(is_foreign and name not in INTEGRATION_POINTS)


def plain_stretches(html: str) -> list[tuple[int, int]] | None:
    """Start and end of each stretch that only inline tags divide, where a page needs no closer look than that.

    That is a page without code, without comments, and with every "<" in its place: most pages are so, and this is
    several times faster than `scan_html`. None for any other. Data and form texts are left out.
    """
    stretches: list[tuple[int, int]] = []
    position = 0
    tags = 1 if html[:9].lower() == "<!doctype" else 0
    for match in _ANY_TAG.finditer(html):
        tags += 1
        name = match[2]
        if name in INLINE or (name := name.lower()) in INLINE:
            continue
        stretches.append((position, match.start()))
        position = match.end()
        if match[1]:
            continue
        if name in RAW_TEXT:
            end = html.find("<", position)
            if not html.startswith(f"</{name}>", end):
                return None
            if name in VERBATIM:
                position = end  # data: nothing in it is read
        elif name in VERBATIM and not html.startswith(f"</{name}>", position):
            return None
    stretches.append((position, len(html)))
    return stretches if html.count("<") == tags else None


def scan_xml(xml: str, *, lang: str = "", closed_by: str = "") -> Iterator[Piece]:
    """Tags and texts of an XML document, in order. Names keep their prefix; `xml:lang` counts, then `lang`."""
    names: list[str] = []
    contexts = [Context(lang.lower())]
    position, length = 0, len(xml)
    while position < length:
        opening = xml.find("<", position)
        text_end = opening if opening >= 0 else length
        if text_end > position:
            yield Piece("text", position, text_end, "", contexts[-1])
        match = _XML_MARKUP.match(xml, opening) if opening >= 0 else None
        if match is None:
            return
        position = match.end()
        name = match["name"]
        if name is None:
            if match["cdata"] is not None:
                yield Piece("cdata", *match.span("cdata"), "", contexts[-1])
        elif match["slash"]:
            if name in names:
                while names.pop() != name:
                    contexts.pop()
                contexts.pop()
            yield Piece("end", opening, position, name, contexts[-1])
        else:
            attributes = match["attributes"]
            context = contexts[-1]
            if attributes or name in VERBATIM:
                span = match.span("attributes")
                context = _derive(context, name, attributes, xml, span, "xml:lang", closed_by)
            yield Piece("start", opening, position, name, context)
            if attributes.endswith("/"):
                yield Piece("end", position, position, name, contexts[-1])
            else:
                names.append(name)
                contexts.append(context)


def attributes_of(markup: str, tag: Piece) -> Iterator[Attribute]:
    """The attributes of a start tag, in order. One without a value has an empty place after its name."""
    yield from _attributes(markup, tag.start + 1 + len(tag.name), tag.end - 1)


def _attributes(markup: str, start: int, end: int) -> Iterator[Attribute]:
    for match in _ATTRIBUTE.finditer(markup, start, end):
        group = match.lastindex or 1
        place = match.span(group) if group > 1 else (match.end(1), match.end(1))
        yield Attribute(match[1].lower(), *place)


def _derive(
    outer: Context, name: str, attributes: str, markup: str, span: tuple[int, int], lang_name: str, closed_by: str
) -> Context:
    """The context inside an element: the outer one, unless the element says otherwise."""
    lang, translate, verbatim, closed = outer
    if name in VERBATIM:
        verbatim = True
    said = attributes.lower()
    if "lang" in said or "translate" in said or (closed_by and closed_by in said):
        values: dict[str, str] = {}
        for attribute in _attributes(markup, *span):
            values.setdefault(attribute.name, markup[attribute.start : attribute.end].strip().lower())
        lang = values.get(lang_name, values.get("lang", lang))
        translate = {"no": False, "yes": True, "": True}.get(values.get("translate", "inherit"), translate)
        closed = closed or (bool(closed_by) and closed_by in values)
    elif verbatim == outer.verbatim:
        return outer
    return Context(lang, translate, verbatim, closed)
