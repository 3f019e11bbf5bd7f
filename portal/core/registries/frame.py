"""What the page frame shows of the features: main menu, beneficiaries, footer.

A feature registers a function that answers with links for one request. Registered in its `frame_links.py`, in an
order of its own choosing (`position`), so that the menu does not depend on the order of the apps. The main menu fits
into one line in all languages because what belongs together is one entry of it, which opens: a `MenuGroup`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the frame. `current` marks where the reader is."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """A titled group of links, in the footer or in the main menu."""

    title: str
    links: list[Link] = field(default_factory=list)

    @property
    def current(self) -> bool:
        """Whether the reader is at one of them."""
        return any(link.current for link in self.links)


class MenuGroup(models.TextChoices):
    """Entries of the main menu that open, with what features put into them."""

    LIBRARY = "library", _("Library")
    NEWS = "news", _("News")
    NETWORK = "network", _("Network")


LinkSource = Callable[[HttpRequest], list[Link]]
GroupSource = Callable[[HttpRequest], LinkGroup]

_menu: list[tuple[int, LinkSource, MenuGroup | None]] = []
_account: list[tuple[int, LinkSource]] = []
_beneficiaries: list[LinkSource] = []
_footer: list[tuple[int, GroupSource]] = []


def register_menu(position: int, source: LinkSource, group: MenuGroup | None = None) -> None:
    """A group stands where the first of its links would."""
    _menu.append((position, source, group))


def register_account_menu(position: int, source: LinkSource) -> None:
    """What the menu of whoever is signed in leads to; asked for these people only."""
    _account.append((position, source))


def register_beneficiaries(source: LinkSource) -> None:
    _beneficiaries.append(source)


def register_footer(position: int, source: GroupSource) -> None:
    _footer.append((position, source))


def main_menu(request: HttpRequest) -> list[Link | LinkGroup]:
    """The main menu in its order; what has no link for this reader is left out; a group of one link is that link."""
    entries: list[Link | LinkGroup] = []
    groups: dict[MenuGroup, LinkGroup] = {}
    for _position, source, name in sorted(_menu, key=lambda entry: entry[0]):
        links = source(request)
        if name is None:
            entries += links
        elif name in groups:
            groups[name].links.extend(links)
        elif links:
            groups[name] = LinkGroup(str(name.label), list(links))
            entries.append(groups[name])
    return [entry.links[0] if isinstance(entry, LinkGroup) and len(entry.links) == 1 else entry for entry in entries]


def account_links(request: HttpRequest) -> list[Link]:
    if not request.user.is_authenticated:
        return []
    return [link for _position, source in sorted(_account, key=lambda entry: entry[0]) for link in source(request)]


def beneficiary_links(request: HttpRequest) -> list[Link]:
    """The six beneficiaries in the alphabetical order of the reader's language."""
    return [link for source in _beneficiaries for link in source(request)]


def footer_links(request: HttpRequest) -> list[LinkGroup]:
    groups = [source(request) for _position, source in sorted(_footer, key=lambda entry: entry[0])]
    return [group for group in groups if group.links]
