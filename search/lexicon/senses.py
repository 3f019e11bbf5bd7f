"""What the lexicon is made of: senses, each with the terms for it in every language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """Who says that terms mean the same; in the order in which they are believed."""

    EDITORS = "editors"
    THESAURUS = "thesaurus"
    LEXICON = "lexicon"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a sense, as written; `lang` is a content language.

    `weight` (above 0, at most 1) is how well the term stands for the sense. `meant` (the same) is how likely the sense
    is meant by somebody who writes the term; None when the term only widens the sense and does not lead to it.
    """

    lang: str
    text: str
    weight: float = 1.0
    meant: float | None = 1.0


@dataclass(frozen=True, slots=True)
class Sense:
    """Terms that mean the same, or nearly, as their weights say."""

    terms: tuple[Term, ...]
