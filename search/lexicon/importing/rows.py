"""What is read from a list: a term of a sense, or a line that cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from search.analysis.language_groups import GROUP_OF
from search.lexicon.terms import MAX_WORDS, lemmas_of

LONGEST = 100


@dataclass(frozen=True, slots=True)
class ReadTerm:
    """A term as it stands in the list; `sense` is the list's name of what it means."""

    sense: str
    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line, counted from 1, that is left out, wholly or one of its terms."""

    line: int
    reason: str


class UnreadableList(Exception):
    """The file as a whole cannot be read; the message says why."""


def numbered_lines(path: Path) -> Iterator[tuple[int, str | Skipped]]:
    """The lines of a text file, without their ends. Raises UnreadableList when there is no such file."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                try:
                    yield number, line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
                except UnicodeDecodeError:
                    yield number, Skipped(number, "is not UTF-8")
    except OSError as error:
        raise UnreadableList(f"{path} cannot be read: {error.strerror}") from error


def read_term(line: int, sense: str, lang: str, text: str) -> ReadTerm | Skipped:
    """The term, if it is one that somebody may search for."""
    cleaned = " ".join(text.split())
    if not cleaned.isprintable():
        return Skipped(line, "has signs that cannot be printed")
    if len(cleaned) > LONGEST:
        return Skipped(line, f"has a term of more than {LONGEST} letters")
    number = len(lemmas_of(cleaned, GROUP_OF[lang]))
    if not number:
        return Skipped(line, "has a term without any word")
    if number > MAX_WORDS:
        return Skipped(line, f"has a term of more than {MAX_WORDS} words")
    return ReadTerm(sense, lang, cleaned)
