"""The list of working groups: by beneficiary, on pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.models import Standing, WorkingGroupPage
from network.queries.groups import groups_for, numbers_of_members, own_groups
from portal.core.languages.collation import sort_key
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import home_link, listed
from portal.core.pages.narrowing import filter_field
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.relations import keys_by_page
from portal.vocabulary.words import beneficiary_words
from search.queries.pagination import links_of

PAGE_SIZE: Final = 20

_FILTER: Final = "beneficiary"
_REGIONAL: Final = "regional"
_STANDINGS = {standing: place for place, standing in enumerate(Standing.values)}


def groups_context(page: Any, request: HttpRequest) -> dict[str, Any]:
    """In alphabetical order of beneficiaries; groups of several or of none are regional and stand last.

    Whoever chooses a beneficiary also gets the regional groups that it is part of.
    """
    address = page.get_url(request) or ""
    groups = list(groups_for(request.user))
    filed = keys_by_page(groups, "beneficiaries")
    options = _options(groups, filed)
    asked = request.GET.get(_FILTER, "")
    chosen = asked if asked in dict(options) else ""
    pages = Paginator(_in_order(_chosen(groups, filed, chosen), filed), PAGE_SIZE)
    shown = pages.get_page(request.GET.get("page"))
    sections = _sections(list(shown), filed, request)
    is_long = pages.num_pages > 1 and len(options) > 1
    return {
        "trail_items": [home_link()],
        "sections": sections,
        "filters": [filter_field(_FILTER, _("Beneficiary"), options, chosen)] if is_long or chosen else [],
        "address": address,
        "clear_url": address if chosen else "",
        "page_number": shown.number,
        "page_links": links_of(shown, address, **{_FILTER: chosen}),
        "preconditions_url": reverse("network:preconditions"),
        "has_sample": any(item["is_sample"] for section in sections for item in section["items"]),
    }


def _place(group: WorkingGroupPage, filed: Mapping[int, set[int]]) -> int | None:
    """The key of the one beneficiary whose group it is; None for a regional one."""
    keys = filed.get(group.pk, set())
    return next(iter(keys)) if len(keys) == 1 else None


def _options(groups: Iterable[WorkingGroupPage], filed: Mapping[int, set[int]]) -> list[tuple[str, str]]:
    """What can be chosen: beneficiaries that a group here is about, and what is regional."""
    groups = list(groups)
    there = {key for group in groups for key in filed.get(group.pk, ())}
    words = alphabetical((word for key, word in beneficiary_words().items() if key in there), "name")
    regional = [(_REGIONAL, _("Regional"))] if any(_place(group, filed) is None for group in groups) else []
    return [(word.code, word.name) for word in words] + regional


def _chosen(
    groups: Iterable[WorkingGroupPage], filed: Mapping[int, set[int]], chosen: str
) -> Iterable[WorkingGroupPage]:
    if not chosen:
        return groups
    if chosen == _REGIONAL:
        return (group for group in groups if _place(group, filed) is None)
    keys = {key for key, word in beneficiary_words().items() if word.code == chosen}
    return (group for group in groups if filed.get(group.pk, set()) & keys)


def _in_order(groups: Iterable[WorkingGroupPage], filed: Mapping[int, set[int]]) -> list[WorkingGroupPage]:
    """By section; in it those at work before those that rest, and these before those that have ended; then by name."""
    language = current_reader().language.code
    places = {word.pk: place for place, word in enumerate(alphabetical(beneficiary_words().values(), "name"))}

    def order(group: WorkingGroupPage) -> tuple[int, int, Any]:
        place, card = _place(group, filed), group.card
        name = (card.headline if card is not None else "") or group.title
        return (len(places) if place is None else places[place], _STANDINGS[group.standing], sort_key(name, language))

    return sorted(groups, key=order)


def _sections(
    groups: list[WorkingGroupPage], filed: Mapping[int, set[int]], request: HttpRequest
) -> list[dict[str, Any]]:
    numbers, own = numbers_of_members(groups), own_groups(request.user)
    words = beneficiary_words()
    sections = []
    for place, together in groupby(groups, key=lambda group: _place(group, filed)):
        items = []
        for group in together:
            is_own = group.pk in own
            number = numbers.get(group.pk, 0) if group.shows_composition or is_own else 0
            items.append(_item(group, request, number=number, is_own=is_own))
        anchor, title = (_REGIONAL, _("Regional")) if place is None else (words[place].code.lower(), words[place].name)
        sections.append({"anchor": anchor, "title": title, "items": items})
    return sections


def _item(group: WorkingGroupPage, request: HttpRequest, *, number: int, is_own: bool) -> dict[str, Any]:
    note = group.get_standing_display()
    if number:
        note += " · " + ngettext("%(number)d member", "%(number)d members", number) % {"number": number}
    return listed(group, request, note=note, is_own=is_own)
