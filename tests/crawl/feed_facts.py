"""What the crawl wants to know of a feed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from defusedxml import ElementTree

FEED = "application/atom+xml"

_ATOM = "{http://www.w3.org/2005/Atom}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

#: Elements that people read.
_READ = {f"{_ATOM}{name}" for name in ("title", "subtitle", "summary", "content", "name")}

_MENTION = re.compile(r"kosov|косов", re.IGNORECASE)
_BARE_MENTION = re.compile(r"(?:kosov|косов)\w*+(?!\*)", re.IGNORECASE)
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")


@dataclass(frozen=True, slots=True)
class FeedFacts:
    """`texts` are what people read, each with the language it is in; `links` lead to what the entries are about."""

    lang: str
    texts: list[tuple[str, str]]
    rights: str
    links: list[str]

    def problems(self, html_lang: str) -> list[str]:
        """What is wrong with the feed of this rendering, in words."""
        found = [f"bare mention: {text}" for _, text in self.texts if _BARE_MENTION.search(text)]
        if any(_MENTION.search(text) for _, text in self.texts) != ("1244" in self.rights):
            found.append("footnote missing or superfluous")
        if self.lang != html_lang:
            found.append(f"in {self.lang}")
        found += [f"Cyrillic: {text}" for lang, text in self.texts if lang == "sr-Latn" and _CYRILLIC.search(text)]
        return found


def read_feed(xml: str) -> FeedFacts:
    feed = ElementTree.fromstring(xml)
    lang = feed.get(_LANG, "")
    texts = []
    for part in (feed, *feed.iter(f"{_ATOM}entry")):
        own = part.get(_LANG, lang)
        texts += [(child.get(_LANG, own), child.text or "") for child in part if child.tag in _READ]
    return FeedFacts(
        lang=lang,
        texts=texts,
        rights=feed.findtext(f"{_ATOM}rights", ""),
        links=[link.get("href", "") for link in feed.findall(f"{_ATOM}entry/{_ATOM}link")],
    )
