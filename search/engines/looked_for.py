"""What is looked for in the text of documents, as a tree that every engine can ask in its own terms.

The tree is all that an engine knows of a query: which words, of which language group, how much each is worth. How
words come to be in it is search.understanding's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: The field of the concepts of a document; those of its facets are called as they are (search.documents.facets).
CONCEPT = "concept"


class Stream(StrEnum):
    """Which form of the words is compared: as written (folded), or their lemmas."""

    WORDS = "words"
    LEMMAS = "lemmas"


@dataclass(frozen=True, slots=True)
class Words:
    """These words in any part of a document, in one language group.

    Several words have to stand in their order, with at most `gap` others between them; to change places with a
    neighbour takes two of these. `weight` multiplies the score.
    """

    group: str
    stream: Stream
    words: tuple[str, ...]
    weight: float = 1.0
    gap: int = 0


@dataclass(frozen=True, slots=True)
class TitleBeginning:
    """A word of the title begins with these letters, in one language group. Every match scores the same: `weight`."""

    group: str
    letters: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class InTitle:
    """The title has these words next to each other, in one language group. Every match scores the same: `weight`."""

    group: str
    stream: Stream
    words: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Filed:
    """What has this value of a facet, or is about this concept (CONCEPT). Every match scores the same: `weight`."""

    field: str
    value: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The best of these counts, and of each other one the share `tie` (0 to 1) besides."""

    among: tuple[Node, ...]
    tie: float = 0.0


@dataclass(frozen=True, slots=True)
class Together:
    """At least `required` of these; the scores of all that match add up."""

    parts: tuple[Node, ...]
    required: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What has `node` scores `bonus` more than the node itself gives."""

    node: Node
    bonus: float


Node = Words | TitleBeginning | InTitle | Filed | AnyOf | Together | Counted
