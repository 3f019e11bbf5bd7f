"""The footnote in each rendering.

The texts are in `notes.json`, with the languages whose wording still waits for review by a person (`review`). The Latin
Serbian one is the Cyrillic one transliterated.
"""

import json
import re
from pathlib import Path

from portal.core.languages.catalogue import BY_CODE
from portal.core.scripts.serbian import to_latin

_DATA = json.loads((Path(__file__).parent / "notes.json").read_text(encoding="utf-8"))
_TEXTS: dict[str, str] = {**_DATA["text"], "sr-latn": to_latin(_DATA["text"]["sr"])}

#: Content languages whose text is a working translation.
NEEDS_REVIEW: frozenset[str] = frozenset(_DATA["review"])


def note_for(language_code: str) -> str:
    """The footnote's text without its leading asterisk. KeyError for what is not one of the seven renderings."""
    return _TEXTS[language_code]


def code_for(html_lang: str, default: str) -> str:
    """The rendering that a `lang` (BCP 47) stands for: `sr-Cyrl` is sr; `default` when it is none of ours."""
    tag = html_lang.strip().lower().replace("_", "-")
    if tag == "sr-latn" or tag.startswith("sr-latn-"):
        return "sr-latn"
    primary = tag.split("-")[0]
    return primary if primary in BY_CODE else default


def _pattern(text: str) -> str:
    """The text as it may come back from a mail: lines broken anew, another apostrophe."""
    return r"\s+".join(re.escape(word).replace("'", "['’]") for word in text.split())


#: Finds the note itself, whose own mentions are not marked again.
ANY_NOTE: re.Pattern[str] = re.compile("|".join(_pattern(text) for text in _TEXTS.values()))
_NOTES = {code: re.compile(_pattern(text)) for code, text in _TEXTS.items()}


def has_note(text: str, language_code: str) -> bool:
    """Whether the text holds the footnote in this rendering already."""
    return _NOTES[language_code].search(text) is not None
