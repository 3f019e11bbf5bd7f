"""Text that XML can hold."""

from __future__ import annotations

import re

#: What XML 1.0 has no way to write, not even as a reference (section 2.2, Char): control characters, which come with
#: pasted text, halves of surrogate pairs, and two code points that are no characters.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """The text with a space in place of each character that XML cannot hold."""
    return _IMPOSSIBLE.sub(" ", text)
