"""The exit for plain text that leaves by itself: what other sites show of a page, entries of bibliographies, links to
write a mail. First the script, then the asterisks, as on a page; the footnote goes where such a text has room for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from portal.core.scripts.serbian import to_latin
from portal.core.status_note.notes import code_for, note_for
from portal.core.status_note.text import has_mention, mark_text


def finished(text: str, lang: str) -> str:
    """The text as it leaves. `lang` (BCP 47) is the one under which it reaches the reader: `sr-Latn` is rewritten."""
    return mark_text(to_latin(text) if lang == "sr-Latn" else text)


def footnote(texts: Iterable[str], lang: str) -> str:
    """The status footnote with its asterisk, if any of these texts needs it; else ""."""
    return f"* {note_for(code_for(lang, 'en'))}" if any(has_mention(text) for text in texts) else ""
