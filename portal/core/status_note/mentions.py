"""Finding every mention, in six languages, both scripts and all their forms.

All forms begin with the same stem (Kosovo, Kosova, Kosovës, Косову, Косовото), and so do the adjectives and the
names of the inhabitants (kosovski, косовските, kosovare, Kosovar, Kosovan): the footnote speaks of territory,
institutions and population. So a mention is the stem with whatever letters follow and, since no other word of the six
languages contains it, whatever letters precede (severnokosovski).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from portal.core.markup.addresses import ADDRESS, ADDRESS_HINT
from portal.core.status_note.notes import ANY_NOTE

# Soft hyphens, zero-width characters and combining accents may stand inside a word.
_UNSEEN = "\u00ad\u200b-\u200d\u2060\u0300-\u036f"
_LETTER = r"[^\W\d_]"
_GAP = f"[{_UNSEEN}]*"
# Latin k and o pass for Cyrillic ones on the screen, so a word typed half in each script counts.
_STEM = f"[kкKК]{_GAP}[oоOО]{_GAP}(?:[sS]{_GAP}[oоOО]{_GAP}[vV]|[сcСC]{_GAP}[oоOО]{_GAP}[вВ])"

#: Letters of the stem, which no mention is shorter than.
SHORTEST_MENTION = 5

_MENTION = re.compile(
    rf"(?<![^\W_])(?<![{_UNSEEN}])"
    rf"(?P<word>(?:(?!{_STEM})(?:{_LETTER}|[{_UNSEEN}]))*+{_STEM}(?:[{_UNSEEN}]*{_LETTER})*[\u0300-\u036f]*)"
    # The mark: directly, after an ending that English hangs on, or one space away at the end of a phrase.
    rf"(?P<mark>(?=[{_UNSEEN}]*(?:['’]{_LETTER}{{1,3}})?(?:\*|[ \u00a0\u202f]\*(?![\w*]|\s+\w))))?"
)

# Identifiers, hashtags, handles and paths name things for machines.
_IDENTIFIER = re.compile(r"(?<!\w)[@#][\w-]+|(?<![^\s(\"'])/[\w./-]+|(?<![\w-])_?[^\W_][\w-]*_\w+")

# In markup, tags and references may stand between the letters, too.
_MARKUP_GAP = rf"(?:[{_UNSEEN}]|<[^<>]*>|&[#\w]+;)*"
_MARKUP_STEM = re.compile(
    _MARKUP_GAP.join(["[KkКк]", "[OoОо]", "[SsСсCc]", "[OoОо]", "[VvВв]"]),
)
# A reference to any letter of the stem.
_STEM_REFERENCE = re.compile(
    r"&(?:#0*(?:75|107|79|111|83|115|86|118|1050|1082|1054|1086|1057|1089|1042|1074)"
    r"|#[xX]0*(?:4[bBfF]|6[bBfF]|53|73|56|76|4[123][aAeE12]|412|432|421|441)|[KkOoSsVv]cy)"
)


class Mention(NamedTuple):
    """A mention in plain text: where the word form stands, and whether its asterisk follows already."""

    start: int
    end: int
    marked: bool


def may_mention(markup: str) -> bool:
    """Whether text or markup could hold a mention; quick, and wrong only in saying yes."""
    return _MARKUP_STEM.search(markup) is not None or _STEM_REFERENCE.search(markup) is not None


def find_mentions(text: str) -> Iterator[Mention]:
    """All mentions in plain text, in order, without those in addresses and in the footnote itself."""
    excluded: list[tuple[int, int]] | None = None
    for match in _MENTION.finditer(text):
        if excluded is None:
            excluded = _excluded(text)
        start, end = match.span("word")
        if not any(first < end and start < last for first, last in excluded):
            yield Mention(start, end, match["mark"] is not None)


def _excluded(text: str) -> list[tuple[int, int]]:
    spans = [match.span() for pattern in (ANY_NOTE, _IDENTIFIER) for match in pattern.finditer(text)]
    if ADDRESS_HINT.search(text):
        spans += [match.span() for match in ADDRESS.finditer(text)]
    return spans
