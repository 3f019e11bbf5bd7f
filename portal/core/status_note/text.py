"""Marking plain text: mail, exports, the lines of a PDF, values in an API."""

from portal.core.status_note.mentions import find_mentions, may_mention
from portal.core.status_note.notes import has_note, note_for


def mark_text(text: str) -> str:
    """The text with an asterisk after every mention that has none. Without the footnote: for parts of a document."""
    return _mark(text)[0]


def mark_document(text: str, language: str) -> str:
    """A whole plain-text document: all mentions marked, and the footnote once at its end if there was any.

    `language` is the rendering's code (KeyError for another). A document that has the footnote gets no second one.
    """
    marked, mentioned = _mark(text)
    if not mentioned or has_note(text, language):
        return marked
    ending = "\n" if text.endswith("\n") else ""
    return f"{marked.rstrip()}\n\n* {note_for(language)}{ending}"


def unmarked(text: str) -> str:
    """The text without the asterisks that an exit put behind its mentions: how it is stored when it comes back."""
    if not may_mention(text):
        return text
    parts: list[str] = []
    done = 0
    for mention in find_mentions(text):
        if mention.marked and text[mention.end : mention.end + 1] == "*":
            parts.append(text[done : mention.end])
            done = mention.end + 1
    return "".join([*parts, text[done:]])


def has_mention(text: str) -> bool:
    """Whether the text speaks of Kosovo*, so that the document it is part of needs the footnote."""
    return may_mention(text) and any(True for _ in find_mentions(text))


def bare_mentions(text: str) -> list[str]:
    """The word forms that still lack their asterisk; empty for everything that has passed the exit."""
    return [text[mention.start : mention.end] for mention in find_mentions(text) if not mention.marked]


def _mark(text: str) -> tuple[str, bool]:
    if not may_mention(text):
        return text, False
    parts: list[str] = []
    done = 0
    mentioned = False
    for mention in find_mentions(text):
        mentioned = True
        if not mention.marked:
            parts += [text[done : mention.end], "*"]
            done = mention.end
    return "".join([*parts, text[done:]]), mentioned
