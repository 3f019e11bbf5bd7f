"""What the crawl wants to know of a page as PDF."""

from __future__ import annotations

import pypdfium2

from portal.core.status_note.text import bare_mentions, has_mention


def read_file(data: bytes) -> str:
    """The words of a PDF, white space folded."""
    document = pypdfium2.PdfDocument(data)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


def file_problems(text: str) -> list[str]:
    """What is wrong with it, in words. Its scripts cannot be told apart here: terms stand in it in all languages."""
    found = [f"bare mention: {one}" for one in bare_mentions(text)]
    if has_mention(text) != ("1244" in text):
        found.append("footnote missing or superfluous")
    return found
