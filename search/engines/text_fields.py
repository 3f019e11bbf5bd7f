"""The fields of words that every engine has: one for each part of a text, group of languages, and form of words."""

from __future__ import annotations

from collections.abc import Iterator

from portal.core.languages.folding import fold
from search.analysis.language_groups import GROUP_CODES, GROUP_OF
from search.analysis.streams import streams
from search.analysis.tails import spelling_entries
from search.documents.document import SearchDocument
from search.engines.looked_for import Stream
from search.engines.ranking import LABELS, PARTS, TEXT_PARTS, TITLE

#: What stands in a field without words. Engines disagree on whether documents without a field count in its statistics;
#: no document is without a field, so they rank alike.
NOTHING = "~"


def field_name(part: str, group: str, stream: Stream) -> str:
    return f"{part}_{group}_{stream}"


def title_words(group: str) -> str:
    """The field of a group's titles as they are written (folded)."""
    return field_name(TITLE, group, Stream.WORDS)


TEXT_FIELDS: tuple[str, ...] = tuple(
    field_name(part, group, stream) for part in PARTS for group in GROUP_CODES for stream in Stream
)


def text_fields(document: SearchDocument) -> dict[str, str]:
    """For each field its words, analysed, joined by spaces. Languages of one group follow each other."""
    found: dict[str, list[str]] = {name: [] for name in TEXT_FIELDS}
    for part, group, text in _texts(document):
        analysed = streams(text, group)
        if analysed.words:
            found[field_name(part, group, Stream.WORDS)].append(analysed.words)
            found[field_name(part, group, Stream.LEMMAS)].append(analysed.lemmas)
    return {name: " ".join(texts) or NOTHING for name, texts in found.items()}


def vocabulary(fields: dict[str, str]) -> Iterator[str]:
    """From the text fields of a document: its different words with their tails, for finding near spellings."""
    written = {word for name, words in fields.items() if name.endswith(f"_{Stream.WORDS}") for word in words.split()}
    for word in sorted(written - {NOTHING}):
        yield from spelling_entries(word)


def _texts(document: SearchDocument) -> Iterator[tuple[str, str, str]]:
    """Part, language group and text, for everything that the document is found by."""
    for code, text in document.texts.items():
        for part in TEXT_PARTS:
            yield part, GROUP_OF[code], getattr(text, part)
    # A name that several languages of a group share is one name.
    names = {(GROUP_OF[code], fold(name)): name for code, labels in document.labels.items() for name in labels}
    for (group, _folded), name in names.items():
        yield LABELS, group, name
