"""Who has done what a page describes: shown below pages of practices, methodologies and standards.

A page type says by `can_be_done` that this can be asked of it. Who has done it is known by a feature above, which
registers its source in its `done_this.py`. The source asks itself who may be named to whoever makes the request.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class DoneThis:
    """`people` are in the form of components/related_list.html.

    `change_url` takes what the reader says of themselves, "" for who cannot say anything; `is_said` is what they have
    said. `page` is the key of the page.
    """

    page: int
    people: list[Mapping[str, Any]] = field(default_factory=list)
    change_url: str = ""
    is_said: bool = False

    @property
    def is_shown(self) -> bool:
        return bool(self.people or self.change_url)


#: Called with the request and the page.
DoneThisSource = Callable[[HttpRequest, Any], DoneThis]

_sources: list[DoneThisSource] = []


def register_done_this(source: DoneThisSource) -> None:
    _sources.append(source)


def done_this(request: HttpRequest, page: Any) -> DoneThis:
    """What the one source says; nothing where there is none."""
    return _sources[0](request, page) if _sources else DoneThis(page.pk)
