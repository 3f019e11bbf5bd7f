"""What the page frame shows of the features: main menu, beneficiaries, footer.

A feature registers a function that answers with links for one request. Registered in its `frame_links.py`, in an
order of its own choosing (`position`), so that the menu does not depend on the order of the apps.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the frame. `current` marks where the reader is."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """A titled group of links in the footer."""

    title: str
    links: list[Link] = field(default_factory=list)


LinkSource = Callable[[HttpRequest], list[Link]]
GroupSource = Callable[[HttpRequest], LinkGroup]

_menu: list[tuple[int, LinkSource]] = []
_account: list[tuple[int, LinkSource]] = []
_beneficiaries: list[LinkSource] = []
_footer: list[tuple[int, GroupSource]] = []


def register_menu(position: int, source: LinkSource) -> None:
    _menu.append((position, source))


def register_account_menu(position: int, source: LinkSource) -> None:
    """What the menu of whoever is signed in leads to; asked for these people only."""
    _account.append((position, source))


def register_beneficiaries(source: LinkSource) -> None:
    _beneficiaries.append(source)


def register_footer(position: int, source: GroupSource) -> None:
    _footer.append((position, source))


def main_menu(request: HttpRequest) -> list[Link]:
    """The main menu in its order; what has no link for this reader is left out."""
    return [link for _, source in sorted(_menu, key=lambda entry: entry[0]) for link in source(request)]


def account_links(request: HttpRequest) -> list[Link]:
    if not request.user.is_authenticated:
        return []
    return [link for _, source in sorted(_account, key=lambda entry: entry[0]) for link in source(request)]


def beneficiary_links(request: HttpRequest) -> list[Link]:
    """The six beneficiaries in the alphabetical order of the reader's language."""
    return [link for source in _beneficiaries for link in source(request)]


def footer_links(request: HttpRequest) -> list[LinkGroup]:
    groups = [source(request) for _, source in sorted(_footer, key=lambda entry: entry[0])]
    return [group for group in groups if group.links]
