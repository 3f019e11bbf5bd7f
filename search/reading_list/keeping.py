"""Where a reading list is kept: with an account for those who signed in, in a cookie for all others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

from portal.accounts.models import User
from search.documents.document import parse_document_id
from search.documents.registry import source_of
from search.reading_list.kept_list import KeptList

#: More would be no list to read from, and no cookie or address could hold it.
MOST = 40

COOKIE = "reading_list"
_COOKIE_AGE = 90 * 24 * 3600
#: Stands in no document id, and needs no escape in a cookie.
_BETWEEN = "|"


def known(identifiers: Iterable[str]) -> tuple[str, ...]:
    """Those that name a kind of resource that there is, each once, in their order, no more than a list may have."""
    return tuple(dict.fromkeys(one for one in identifiers if _is_known(one)))[:MOST]


def kept_by(request: HttpRequest) -> tuple[str, ...]:
    """Ids of the documents on the visitor's list. What was collected before signing in is on it too."""
    before = known(request.COOKIES.get(COOKIE, "").split(_BETWEEN))
    user = _signed_in(request)
    if user is None:
        return before
    mine = KeptList.objects.filter(user=user).values_list("documents", flat=True).first() or []
    return known((*mine, *before))


def keep(request: HttpRequest, response: HttpResponse, documents: Sequence[str]) -> None:
    """Has the visitor keep these and no others from now on."""
    user = _signed_in(request)
    if user is not None:
        KeptList.objects.update_or_create(user=user, defaults={"documents": list(known(documents))})
    if user is not None or not documents:
        response.delete_cookie(COOKIE)
    else:
        response.set_cookie(
            COOKIE,
            _BETWEEN.join(known(documents)),
            max_age=_COOKIE_AGE,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )


def _signed_in(request: HttpRequest) -> User | None:
    user = request.user
    return None if isinstance(user, AnonymousUser) else user


def _is_known(identifier: str) -> bool:
    try:
        label, key = parse_document_id(identifier)
    except ValueError:
        return False
    # A key beyond what a database can hold is nobody's.
    return source_of(label) is not None and key < 2**31
