"""What the engines are asked: four kinds of questions, in all six languages, the same ones in every run."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum

from portal.core.languages.catalogue import CONTENT_CODES
from tests.benchmarks.corpus import vocabulary

#: Seconds after which a question to a database is broken off: how slow it is can be seen by then. SQLite works in the
#: process that asks, so they are of processor time there: on a busy machine the clock says little.
LONGEST = 10.0

#: Questions of each kind and language.
_EACH = 4

#: Questions of one kind.
OF_EACH_KIND = _EACH * len(CONTENT_CODES)

#: Ranks of the words that people search for: not "of" and "and", and not what stands in hardly any text.
_SEARCHED = slice(20, 1_500)

#: Words so usual that two of them stand beside each other in some document by chance.
_USUAL = slice(15, 60)

#: Letters typed before one looks at what is suggested.
_TYPED = 4


class BrokenOff(Exception):
    """It took longer than LONGEST."""


class Kind(StrEnum):
    TERM = "one term"
    THREE = "three terms"
    PHRASE = "phrase"
    BEGINNING = "beginning"


@dataclass(frozen=True, slots=True)
class Asked:
    """`text` has no quotation marks, even if it is a phrase; `language` is the reader's."""

    kind: Kind
    text: str
    language: str

    @property
    def typed(self) -> str:
        """As it stands in the field for words."""
        return f'"{self.text}"' if self.kind == Kind.PHRASE else self.text


def questions() -> list[Asked]:
    """Of all kinds and languages in turn."""
    random_ = random.Random(1)
    return [
        Asked(kind, _text(random_, kind, code), code) for _ in range(_EACH) for code in CONTENT_CODES for kind in Kind
    ]


def _text(random_: random.Random, kind: Kind, code: str) -> str:
    if kind == Kind.PHRASE:
        return " ".join(random_.sample(vocabulary(code)[_USUAL], 2))
    searched = [word for word in vocabulary(code)[_SEARCHED] if len(word) > _TYPED]
    words = random_.sample(searched, 3 if kind == Kind.THREE else 1)
    return words[0][:_TYPED] if kind == Kind.BEGINNING else " ".join(words)
