"""The exit for answers of the API: script, and asterisks with the footnote once in the answer."""

from __future__ import annotations

import html

from django.utils.html import conditional_escape

from portal.core.languages.catalogue import Language
from portal.core.markup.edits import Edit, apply_edits
from portal.core.markup.scanner import scan_html
from portal.core.scripts.html import latinise_html
from portal.core.status_note.notes import note_for
from portal.core.status_note.runs import mark_offsets, text_runs
from search.api.schemas import MarkedText, Written


class Exit:
    """Every text that people read passes through it, and then it knows whether the answer needs the footnote.

    A `lang` is that of a text as the page would write it: empty where it is the reader's.
    """

    def __init__(self, reader: Language) -> None:
        self._reader = reader
        self._has_mention = False

    def marked(self, fragment: str, lang: str = "") -> MarkedText:
        """Safe HTML in which nothing but `<mark>` is markup."""
        lang = lang or self._reader.html_lang
        finished = self._finished(fragment, lang)
        return MarkedText(text=_plain(finished), html=finished, lang=lang)

    def text(self, text: str, lang: str = "") -> str:
        """Plain text, or safe HTML that is wanted as plain text."""
        return _plain(self._finished(conditional_escape(text), lang or self._reader.html_lang))

    def written(self, text: str, lang: str = "") -> Written:
        return Written(label=self.text(text, lang), lang=lang or self._reader.html_lang)

    @property
    def status_note(self) -> str | None:
        """The footnote, if any text that has passed so far needs it."""
        return f"* {note_for(self._reader.code)}" if self._has_mention else None

    def _finished(self, fragment: str, lang: str) -> str:
        # As the middleware does it with a page: first the script, then the marks.
        fragment = latinise_html(fragment, language=lang)
        edits = []
        for run in text_runs(fragment, scan_html(fragment)):
            offsets, has_mention = mark_offsets(run)
            edits += [Edit(offset, offset, "*") for offset in offsets]
            self._has_mention = self._has_mention or has_mention
        return apply_edits(fragment, edits)


def _plain(fragment: str) -> str:
    return html.unescape(fragment.replace("<mark>", "").replace("</mark>", ""))
