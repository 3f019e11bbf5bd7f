"""A text as lines of words, whichever way it is stored."""

from __future__ import annotations

from typing import Final

from bs4 import BeautifulSoup

from portal.desk.units.unit import Kind, Unit

_LINES: Final = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "pre")


def plain_lines(unit: Unit, text: str | None = None) -> str:
    """The source of a text, or `text` in its form: a line for each paragraph or item, the target of a link after it."""
    value = unit.source if text is None else text
    return _lines_of(value) if unit.kind is Kind.RICH else value


def _lines_of(markup: str) -> str:
    soup = BeautifulSoup(markup, "html.parser")
    for link in soup.find_all("a"):
        target = link.get("href") or f"{link.get('linktype', '')} {link.get('id', '')}".strip()
        if target:
            link.append(f" [{target}]")
    for embed in soup.find_all("embed"):
        embed.replace_with(f"[{embed.get('url') or embed.get('id') or embed.get('embedtype')}]")
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    for item in soup.find_all("li"):
        item.insert(0, "• ")
    for block in soup.find_all(_LINES):
        block.append("\n")
    lines = (" ".join(line.split()) for line in soup.get_text().splitlines())
    return "\n".join(line for line in lines if line)
