"""Character references (`&amp;`, `&#1087;`) in markup, with the way back to where they stand."""

import re
from collections.abc import Sequence
from html import unescape

_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")
_LETTER_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z]+cy;);?")
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def decode_with_ends(markup: str, base: int = 0) -> tuple[str, Sequence[int]]:
    """The text that `markup` stands for, and for each of its characters the offset just after it in the markup.

    `base` is added to the offsets. Several characters from one reference share its end.
    """
    if "&" not in markup:
        return markup, range(base + 1, base + len(markup) + 1)
    parts: list[str] = []
    ends: list[int] = []
    done = 0
    for match in _REFERENCE.finditer(markup):
        plain = markup[done : match.start()]
        parts.append(plain)
        ends.extend(range(base + done + 1, base + match.start() + 1))
        done = match.end()
        decoded = unescape(match.group())
        parts.append(decoded)
        if match.group().startswith(decoded):
            # A reference that stands for nothing (`AT&T`) is the text that it looks like.
            ends.extend(range(base + match.start() + 1, base + match.start() + len(decoded)))
        else:
            ends.extend([base + done] * (len(decoded) - 1))
        ends.append(base + done)
    parts.append(markup[done:])
    ends.extend(range(base + done + 1, base + len(markup) + 1))
    return "".join(parts), ends


def decode_cyrillic(markup: str) -> str:
    """The same markup with Cyrillic letters in place of the references to them; all other references stay."""

    def letter(match: re.Match[str]) -> str:
        decoded = unescape(match.group())
        return decoded if len(decoded) == 1 and "\u0400" <= decoded <= "\u04ff" else match.group()

    return _LETTER_REFERENCE.sub(letter, markup) if "&" in markup else markup


def encode_text(text: str) -> str:
    """Text made safe to stand between tags."""
    return text.translate(_ESCAPED)
