"""What the portal holds about a person: features declare it, the person downloads it.

A feature registers a source in its `personal_data.py`, with the place of its part in the download. Sources are only
asked by the person themselves, or by whoever answers a request of theirs; they answer about this person and nobody
else. Each source names the models that it speaks for; a test misses a model that points at people and is named nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Value = str | int | bool | None | date | datetime | Sequence[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known. `name` is what programs call it, `label` what the person reads."""

    name: str
    label: str
    value: Value


@dataclass(frozen=True, slots=True)
class PersonalData:
    """A titled part; a record is a list of facts. Without records it says that nothing of the kind is held."""

    name: str
    title: str
    records: Sequence[Sequence[Fact]]


#: Called with the user, in the language that is active.
DataSource = Callable[[Any], PersonalData]

_sources: list[tuple[int, DataSource]] = []
_spoken_for: set[str] = set()


def register_personal_data(position: int, source: DataSource, models: Sequence[str]) -> None:
    """`models` are written as `app.Model`."""
    _sources.append((position, source))
    _spoken_for.update(models)


def personal_data(user: Any) -> list[PersonalData]:
    """All that is held about this person, in the order of the positions."""
    return [source(user) for _, source in sorted(_sources, key=lambda entry: entry[0])]


def models_spoken_for() -> frozenset[str]:
    return frozenset(_spoken_for)
