"""The exit for feeds: marks titles, summaries and contents, and puts the footnote once into the feed's own words.

Atom has a place for it, `rights`; in RSS it follows the description of the channel. Escaped HTML inside is read as the
HTML that it is, so attributes in it get no asterisk.
"""

from collections.abc import Container, Iterator

from portal.core.markup.edits import Edit, apply_edits
from portal.core.markup.references import decode_with_ends, encode_text
from portal.core.markup.scanner import Piece, scan_html, scan_xml
from portal.core.status_note.mentions import may_mention
from portal.core.status_note.notes import has_note, note_for
from portal.core.status_note.runs import EXEMPTING_ATTRIBUTE, Run, mark_offsets, text_runs

#: Elements with words for people, by local name (Atom, RSS, Dublin Core, RSS content module).
_WORDS = frozenset(
    {"title", "subtitle", "summary", "content", "description", "encoded", "rights", "name", "creator", "publisher"}
)
#: Feed element: (child that takes the footnote, child before which it is put in if missing).
_PLACES = {"feed": ("rights", "entry"), "channel": ("description", "item"), "entry": ("rights", "")}


def mark_xml(xml: str, language: str) -> str:
    """An Atom or RSS document with every mention marked, and the footnote once if there is any.

    `language` is a rendering's code (KeyError for another). ValueError for XML that is no feed.
    """
    if not may_mention(xml):
        return xml
    pieces = list(scan_xml(xml, closed_by=EXEMPTING_ATTRIBUTE))
    edits: list[Edit] = []
    mentioned = False
    for element in _elements_with_words(pieces):
        missing, found = _marks_in(xml, element)
        edits += [Edit(offset, offset, "*") for offset in missing]
        mentioned = mentioned or found
    if mentioned and not has_note(decode_with_ends(xml)[0], language):
        edits.append(_note_edit(xml, pieces, note_for(language)))
    return apply_edits(xml, sorted(edits)) if edits else xml


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _elements_with_words(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """What stands inside each outermost element that has words for people."""
    depth = 0
    inside: list[Piece] = []
    for piece in pieces:
        if piece.kind == "start" and (depth or _local(piece.name) in _WORDS):
            depth += 1
        if depth:
            inside.append(piece)
        if piece.kind == "end" and depth:
            depth -= 1
            if not depth:
                yield inside
                inside = []


def _marks_in(xml: str, element: list[Piece]) -> tuple[list[int], bool]:
    texts = [piece for piece in element if piece.kind in ("text", "cdata")]
    runs = _runs_of_html(xml, texts[0]) if len(texts) == 1 else text_runs(xml, element)
    offsets: list[int] = []
    mentioned = False
    for run in runs:
        missing, found = mark_offsets(run)
        offsets += missing
        mentioned = mentioned or found
    return offsets, mentioned


def _runs_of_html(xml: str, piece: Piece) -> Iterator[Run]:
    """The runs of HTML that is carried as text; plain text is HTML without tags."""
    if piece.context.closed:
        return
    raw = xml[piece.start : piece.end]
    html, ends = (
        (raw, range(piece.start + 1, piece.end + 1)) if piece.kind == "cdata" else decode_with_ends(raw, piece.start)
    )
    for run in text_runs(html, scan_html(html, closed_by=EXEMPTING_ATTRIBUTE)):
        yield Run(run.text, [ends[end - 1] if end > 0 else end for end in run.ends])


def _note_edit(xml: str, pieces: list[Piece], note: str) -> Edit:
    """The footnote in the feed's own element, which is made if it is missing."""
    text = f"* {encode_text(note)}"
    first = next((index for index, piece in enumerate(pieces) if _is_start(piece, _PLACES)), None)
    if first is None:
        raise ValueError("neither an Atom nor an RSS document")
    container = pieces[first]
    holder, before = _PLACES[_local(container.name)]
    depth = 0
    for index, piece in enumerate(pieces[first:], first):
        if piece.kind == "start":
            depth += 1
            if depth == 2 and _is_start(piece, (holder,)):
                return _append(xml, pieces, index, text)
            if depth == 2 and _is_start(piece, (before,)):
                break
        elif piece.kind == "end":
            depth -= 1
            if not depth:
                break
    prefix = container.name.removesuffix(_local(container.name))
    return Edit(piece.start, piece.start, f"<{prefix}{holder}>{text}</{prefix}{holder}>")


def _append(xml: str, pieces: list[Piece], index: int, text: str) -> Edit:
    """`text` at the end of the element that starts at `index`."""
    start = pieces[index]
    depth = 0
    for piece in pieces[index:]:
        depth += {"start": 1, "end": -1}.get(piece.kind, 0)
        if not depth:
            break
    if piece.start == start.end == piece.end:  # <description/>
        return Edit(start.start, start.end, f"{xml[start.start : start.end - 2].rstrip()}>{text}</{start.name}>")
    separator = "\n" if piece.start > start.end else ""
    return Edit(piece.start, piece.start, separator + text)


def _is_start(piece: Piece, local_names: Container[str]) -> bool:
    return piece.kind == "start" and _local(piece.name) in local_names
