"""What the page "My account" shows of the features: their state for the person, and where to change it.

A feature registers a source in its `account_sections.py`, with the place of its section on the page. Sources are only
asked for somebody who is signed in; they answer about this person and nobody else. Accounts itself has the positions
10 to 60; what a feature adds begins at 100.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from portal.core.registries.frame import Link


@dataclass(frozen=True, slots=True)
class AccountSection:
    """A titled part of the page; `anchor` is its name in the address.

    `text` says what it is for, `state` how it stands now ("Connected", "3 devices"; "" when there is nothing to say).
    `links` lead to where it is changed, the most important first. `is_urgent` marks what the person has to see to.
    """

    anchor: str
    title: str
    text: str
    links: Sequence[Link] = ()
    state: str = ""
    is_urgent: bool = False


#: Answers with nothing when there is no such section for this person.
AccountSource = Callable[[HttpRequest], AccountSection | None]

_sources: list[tuple[int, AccountSource]] = []


def register_account_section(position: int, source: AccountSource) -> None:
    _sources.append((position, source))


def account_sections(request: HttpRequest) -> list[AccountSection]:
    """The sections for whoever is signed in, in their order."""
    found = (source(request) for _, source in sorted(_sources, key=lambda entry: entry[0]))
    return [section for section in found if section is not None]
