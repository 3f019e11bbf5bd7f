"""What the features have for a stage of the continuum, besides what the library holds: events, groups, trainings.

A feature registers a source in its `stage_sections.py`, with the place of its section on the page of a stage. Sources
ask the audience themselves: they return only what whoever makes the request may see.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

#: So many things of a kind are shown; the rest is where `all_url` leads.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class StageSection:
    """A titled list; `anchor` is its name in the address.

    `items`, at most SHOWN, are in the form of components/related_list.html. `all_label` says what is at `all_url`.
    """

    anchor: str
    title: str
    items: list[Mapping[str, Any]]
    all_label: str
    all_url: str


#: Called with the request and the code of the stage.
StageSource = Callable[[HttpRequest, str], StageSection]

_sources: list[tuple[int, StageSource]] = []


def register_stage_section(position: int, source: StageSource) -> None:
    _sources.append((position, source))


def stage_sections(request: HttpRequest, stage: str) -> list[StageSection]:
    """The sections of a stage in their order; what has nothing for this reader is left out."""
    sections = [source(request, stage) for _, source in sorted(_sources, key=lambda entry: entry[0])]
    return [section for section in sections if section.items]
