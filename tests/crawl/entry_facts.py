"""What the crawl wants to know of an entry for reference managers."""

from __future__ import annotations

import re

_MENTION = re.compile(r"kosov|косов", re.IGNORECASE)
_BARE_MENTION = re.compile(r"(?:kosov|косов)\w*+(?!\*)", re.IGNORECASE)
_NOTE = re.compile(r"\* .*1244.*")
_ADDRESS = re.compile(r"https?://\S+|continuum-[\w-]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")


def entry_problems(text: str, html_lang: str) -> list[str]:
    """What is wrong with an entry in BibTeX or RIS in this rendering, in words."""
    words = _ADDRESS.sub("", text)
    said = _NOTE.sub("", words)
    found = [f"bare mention: {one}" for one in _BARE_MENTION.findall(said)]
    if bool(_MENTION.search(said)) != bool(_NOTE.search(words)):
        found.append("footnote missing or superfluous")
    if _CYRILLIC.search(words) and html_lang == "sr-Latn":
        found.append("Cyrillic")
    if not (text.startswith("@misc{") and text.endswith("}\n")) and not (
        text.startswith("TY  - ") and text.endswith("ER  - \r\n")
    ):
        found.append("neither BibTeX nor RIS")
    return found
