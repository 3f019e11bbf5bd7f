"""What a signed-in person should see on coming home: what waits for them, feature by feature.

A feature registers a source in its `dashboard.py`, with the place of its section. Sources are asked for people who
are signed in only, and return what this person may see.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

#: So many things of a kind are shown; the rest is where `all_url` leads.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits. `title_lang` (BCP 47) where it is not the reader's. `day` is when it is due, if it is."""

    title: str
    url: str
    note: str = ""
    title_lang: str = ""
    day: date | None = None
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class DashboardSection:
    """A titled list of at most SHOWN things, what is most urgent first; `count` is how many there are in all."""

    anchor: str
    title: str
    items: list[Waiting]
    count: int
    all_label: str
    all_url: str


DashboardSource = Callable[[HttpRequest], DashboardSection]

_sources: list[tuple[int, DashboardSource]] = []


def register_dashboard(position: int, source: DashboardSource) -> None:
    _sources.append((position, source))


def dashboard_sections(request: HttpRequest) -> list[DashboardSection]:
    """The sections that have something for whoever is signed in, in their order; none for everybody else."""
    if not request.user.is_authenticated:
        return []
    sections = [source(request) for _, source in sorted(_sources, key=lambda entry: entry[0])]
    return [section for section in sections if section.items]
