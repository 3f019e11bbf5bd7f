"""What a file says, concept by concept, whatever kind of file it was. Also what the reading process hands over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, NamedTuple

#: Concepts in one file. More would be a preview that nobody goes through.
MOST_CONCEPTS: Final = 2_000
#: Translated fields that hold one text, with the longest that is taken.
LONGEST: Final = {"label": 200, "other": 200, "note": 5_000}


class Remark(NamedTuple):
    """Something that was found wrong: a key of `remarks.TEXTS`, and what to fill in there."""

    key: str
    about: dict[str, Any] = {}


@dataclass(slots=True)
class Entry:
    """A concept as a file has it. What the file says nothing about is missing here and stays untouched.

    `address` is its own name, `same` names that mean the same; `row` is where it stands in a spreadsheet, or 0.
    `texts` has by column (`label_sq`) all texts that may be meant, none for a cell that is empty; `others` the other
    terms by language, `review` whether a language is to be reviewed, `links` by field names or identifiers of concepts.
    """

    address: str = ""
    same: list[str] = field(default_factory=list)
    row: int = 0
    identifier: str = ""
    texts: dict[str, list[str]] = field(default_factory=dict)
    others: dict[str, list[str]] = field(default_factory=dict)
    review: dict[str, bool] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """All that a file says; `remarks` are about the file as a whole."""

    entries: list[Entry] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def as_data(found: Found) -> dict[str, Any]:
    """For JSON."""
    return asdict(found)


def from_data(data: Mapping[str, Any]) -> Found:
    """From JSON of `as_data`. Raises KeyError or TypeError for anything else."""
    entries = [Entry(**{**one, "remarks": [Remark(*remark) for remark in one["remarks"]]}) for one in data["entries"]]
    return Found(entries, [Remark(*remark) for remark in data["remarks"]])
