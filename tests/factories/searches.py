"""Saved searches."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from portal.accounts.models import User
from search.following.saved_search import Frequency, SavedSearch
from search.following.saving import save_search
from search.queries.choices import Choices
from search.queries.parameters import parse


def make_saved_search(user: User, address: str = "q=plan", **values: Any) -> SavedSearch:
    """What `address`, the query string of a list, asks for, saved by this person as the form does it."""
    query = parse(QueryDict(address), Choices.load())
    return save_search(
        user=user, query=query, **{"name": "Plans", "frequency": Frequency.DAILY, "language": "en", **values}
    )
