"""The exit for HTML: marks mentions in text, never in attributes, and puts the footnote into its place once.

The page's frame has `<div data-status-note hidden></div>` where the footnote belongs. Elements with
`data-status-note="exempt"` (titles of legal acts) are left as they are and ask for no footnote.
"""

import re
from collections.abc import Iterator

from portal.core.languages.catalogue import BY_CODE
from portal.core.markup.edits import Edit, apply_edits
from portal.core.markup.references import encode_text
from portal.core.markup.scanner import plain_stretches, scan_html
from portal.core.status_note.mentions import SHORTEST_MENTION, may_mention
from portal.core.status_note.notes import code_for, has_note, note_for
from portal.core.status_note.runs import EXEMPTING_ATTRIBUTE, Run, mark_offsets, text_runs

_NOTE_ID = "status-note"

# The empty div; its other attributes may be any, in any order.
_PLACEHOLDER = re.compile(
    rf"""<div(?=[^<>]*\s{EXEMPTING_ATTRIBUTE}(?:=""|='')?[\s>])"""
    r"""(?P<before>[^<>]*?)\shidden(?:=(?:"[^"]*"|'[^']*'|\w+))?(?P<after>(?:\s[^<>]*)?)>\s*</div>""",
    re.IGNORECASE,
)
_HTML_LANGUAGE = re.compile(r"""<html(?=\s)[^<>]*?\slang\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_BODY_END = re.compile(r"</body\s*>", re.IGNORECASE)


def mark_html(html: str, default_language: str) -> str:
    """The page or fragment with every mention marked, and the footnote if there is one; otherwise the same.

    The footnote is in the language of the `html` element, or in `default_language` (a rendering's code; KeyError for
    another). An unused placeholder is taken out.
    """
    places = _placeholders(html)
    offsets, mentioned, noted = _find(html, default_language, places) if may_mention(html) else ([], False, False)
    edits = [Edit(offset, offset, "*") for offset in offsets]
    wanted = mentioned and not noted
    if wanted and not places:
        edits.append(_note_without_place(html, default_language))
    for number, place in enumerate(places):
        text = _note(html, default_language, place) if wanted and number == 0 else ""
        edits.append(Edit(place.start(), place.end(), text))
    return apply_edits(html, sorted(edits)) if edits else html


def _find(html: str, default_language: str, places: list[re.Match[str]]) -> tuple[list[int], bool, bool]:
    """Where asterisks are missing; whether there is any mention; whether the footnote is there already."""
    language = _document_language(html, default_language)
    offsets: list[int] = []
    mentioned = False
    noted = f'id="{_NOTE_ID}"' in html
    for start, run in _runs(html, places):
        missing, found = mark_offsets(run)
        offsets += [start + offset for offset in missing]
        mentioned = mentioned or found
        noted = noted or has_note(run.text, language)
    return offsets, mentioned, noted


def _runs(html: str, places: list[re.Match[str]]) -> Iterator[tuple[int, Run]]:
    """The runs that may hold a mention, each with the offset that its own offsets are counted from."""
    # Besides the places of the footnote, which are empty, nothing may be closed in a page that is read in stretches.
    stretches = plain_stretches(html) if html.count(EXEMPTING_ATTRIBUTE) == len(places) else None
    if stretches is None:
        for run in text_runs(html, scan_html(html, closed_by=EXEMPTING_ATTRIBUTE)):
            yield 0, run
        return
    for start, end in stretches:
        if end - start >= SHORTEST_MENTION and may_mention(stretch := html[start:end]):
            for run in text_runs(stretch, scan_html(stretch)):
                yield start, run


def _placeholders(html: str) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    position = html.find(EXEMPTING_ATTRIBUTE)
    while position >= 0:
        match = _PLACEHOLDER.match(html, html.rfind("<", 0, position))
        if match:
            found.append(match)
        position = html.find(EXEMPTING_ATTRIBUTE, match.end() if match else position + 1)
    return found


def _document_language(html: str, default: str) -> str:
    said = _HTML_LANGUAGE.search(html, 0, 2000)
    return code_for(said[1], default) if said else default


def _note(html: str, default_language: str, place: re.Match[str] | None = None) -> str:
    code = _document_language(html, default_language)
    attributes = place["before"] + place["after"] if place else f" {EXEMPTING_ATTRIBUTE}"
    return (
        f'<div{attributes}><p class="status-note__text" id="{_NOTE_ID}" lang="{BY_CODE[code].html_lang}">'
        f"* {encode_text(note_for(code))}</p></div>"
    )


def _note_without_place(html: str, default_language: str) -> Edit:
    ends = list(_BODY_END.finditer(html))
    place = ends[-1].start() if ends else len(html)
    return Edit(place, place, _note(html, default_language))
