"""One change that a file proposes, as it is shown, ticked and made."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from portal.vocabulary.exchange.entries import Entry, Remark
from portal.vocabulary.models import Concept


class Kind(StrEnum):
    """What would become of what is there."""

    NEW = "new"
    ADD = "add"
    REPLACE = "replace"
    REMOVE = "remove"


class FoundBy(StrEnum):
    """How a concept of the file was recognised as one of ours."""

    ADDRESS = "address"
    IDENTIFIER = "identifier"
    TERM = "term"
    OTHER_TERM = "other_term"


@dataclass(slots=True)
class Change:
    """A change of one field of the concept `identifier`; `code` is the content language, or "".

    Flags of reviewers are `yes` and "". `ticked` says whether it is proposed to be made: only what takes nothing away.
    """

    identifier: str
    field: str
    code: str
    kind: Kind
    ours: str
    theirs: str
    ticked: bool = False

    @property
    def key(self) -> str:
        """The same for the same change only: it is another as soon as our concept or the file says something else."""
        said = [self.identifier, self.field, self.code, self.kind, self.ours, self.theirs]
        return sha256(json.dumps(said).encode()).hexdigest()[:24]

    def as_data(self) -> dict[str, str]:
        return {
            "identifier": self.identifier,
            "field": self.field,
            "code": self.code,
            "kind": self.kind,
            "ours": self.ours,
            "theirs": self.theirs,
        }


@dataclass(slots=True)
class Compared:
    """A concept of the file beside ours, or beside none. `several` are those of ours among which it is not clear which.

    A concept that is new is one change of kind NEW, whose `theirs` is its identifier; its texts are in `parts`.
    """

    entry: Entry
    concept: Concept | None = None
    found_by: FoundBy | None = None
    several: list[Concept] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    parts: list[Change] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    """All concepts of a file that say something else than ours, or of which something is to be told."""

    compared: list[Compared]
    same: int

    @property
    def by_key(self) -> dict[str, tuple[Compared, Change]]:
        return {change.key: (one, change) for one in self.compared for change in one.changes}
