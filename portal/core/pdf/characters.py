"""Which characters can be set. PDF/UA refuses a document with one that no font has a form for."""

import json
import re
from pathlib import Path

#: Pairs of a first and a last code point; made by scripts/pdf_characters.
_RANGES: list[list[int]] = json.loads(Path(__file__).with_name("characters.json").read_text(encoding="utf-8"))
_OTHERS = re.compile("[^" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in _RANGES) + "]")

#: Says that something stands here that cannot be shown.
_STAND_IN = "\N{REPLACEMENT CHARACTER}"


def showable(text: str) -> str:
    """The text with a stand-in for each character that cannot be shown, such as an emoji; control characters go."""
    return _OTHERS.sub(lambda found: "" if ord(found.group()) < 0x20 else _STAND_IN, text)
