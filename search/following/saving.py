"""Saving a search, changing it, and turning its e-mails on and off."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from django.contrib.auth import get_user_model
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.languages.catalogue import get_language
from portal.core.visibility.audience import Rules, holder
from search.engines.base import EngineError
from search.following.follower import Follower, follower_of
from search.following.saved_search import Frequency, SavedSearch
from search.queries.addresses import pairs_of
from search.queries.choices import Choices
from search.queries.matching import matching_ids
from search.queries.parameters import LibraryQuery, parse
from search.queries.results import Viewer

logger = logging.getLogger(__name__)

#: Saved searches of one person. Each of them is a search in every run.
MOST_SAVED: Final = 50


class NotSaved(Exception):
    """The search cannot be saved; the message says why, in the reader's language."""


def why_not(user: Any, query: LibraryQuery) -> str:
    """Why this person cannot save this search, in the reader's language; "" if they can."""
    saved = list(SavedSearch.objects.filter(user=user).values_list("parameters", "name"))
    for parameters, name in saved:
        if parameters == _parameters(query):
            return _("You have saved this search already: “%(name)s”.") % {"name": name}
    if len(saved) >= MOST_SAVED:
        return _("You have saved %(number)s searches, and more cannot be kept. Delete one that you do not need.") % {
            "number": MOST_SAVED
        }
    return ""


def save_search(*, user: Any, query: LibraryQuery, name: str, frequency: Frequency, language: str) -> SavedSearch:
    """Saves a search of a person. Raises NotSaved."""
    saved = SavedSearch(user=user, name=name, frequency=frequency, language=language, parameters=_parameters(query))
    if frequency != Frequency.NONE:
        _look_at_what_is_there(saved, timezone.now())
    with transaction.atomic():
        _one_at_a_time(user)
        reason = why_not(user, query)
        if reason:
            raise NotSaved(reason)
        if frequency != Frequency.NONE:
            _begin(user)
        saved.save()
    return saved


def change_search(saved: SavedSearch, *, name: str, frequency: Frequency, language: str) -> None:
    """Gives a saved search these values. E-mails that are turned on begin with what comes from now on."""
    is_turned_on = saved.frequency == Frequency.NONE != frequency
    saved.name, saved.frequency, saved.language = name, frequency, language
    changed = ["name", "frequency", "language"]
    if is_turned_on:
        _look_at_what_is_there(saved, timezone.now())
        changed += ["known", "asked_at"]
    with transaction.atomic():
        if is_turned_on:
            _one_at_a_time(saved.user)
            _begin(saved.user)
        saved.save(update_fields=changed)


def end_all(follower: Follower) -> None:
    """No more e-mails about new resources to this person. The searches stay saved."""
    SavedSearch.objects.filter(user_id=follower.user_id).update(frequency=Frequency.NONE)


def query_of(saved: SavedSearch, choices: Choices) -> LibraryQuery | None:
    """What a saved search asks for; None when a term that it is narrowed by does not exist any more.

    Without it the search would find more than was asked for, the whole library at worst.
    """
    query = parse(QueryDict(saved.parameters), choices)
    return query if set(pairs_of(query)) == set(parse_qsl(saved.parameters)) else None


def there_now(saved: SavedSearch) -> tuple[str, ...]:
    """What the search finds for its person at this moment, however loosely.

    Of many words, resources that have few are shown when no other is left. Those that are there now must not become
    news by that. Raises EngineError.
    """
    query = parse(QueryDict(saved.parameters), Choices.load())
    viewer = Viewer(Rules.of_pages(), holder(saved.user), None)
    return matching_ids(query, viewer, get_language(saved.language), even_loosely=True)


def _look_at_what_is_there(saved: SavedSearch, now: datetime) -> None:
    """Nobody is told of what was there when they asked. When the engine is away, the next run looks."""
    saved.known, saved.asked_at = None, None
    try:
        found = there_now(saved)
    except EngineError as error:
        logger.warning("The search engine is away, what a saved search finds is looked at later: %s", error)
        return
    saved.add_known(found)
    saved.asked_at = now


def _begin(user: Any) -> None:
    """The first e-mails after a time without any: links of earlier ones are revoked."""
    follower = follower_of(user)
    if not SavedSearch.objects.filter(user=user).exclude(frequency=Frequency.NONE).exists():
        follower.revoke()


def _one_at_a_time(user: Any) -> None:
    """Lets a second request of the same person wait until this transaction is over."""
    get_user_model().objects.select_for_update().get(pk=user.pk)


def _parameters(query: LibraryQuery) -> str:
    return urlencode(pairs_of(query))
