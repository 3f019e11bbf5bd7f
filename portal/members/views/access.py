"""What has to be there for a page of membership to be there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from portal.accounts.models import User
from portal.members.models import ConsentText
from portal.members.rules.stewards import is_steward


class SignedIn(HttpRequest):
    """A request that `login_required` has let through."""

    user: User


def text_to_agree_to() -> ConsentText:
    """Raises Http404 as long as there is none: nobody can join without."""
    try:
        return ConsentText.objects.current()
    except ConsentText.DoesNotExist as error:
        raise Http404 from error


def stewards_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Asks to sign in, because links in mail lead here; for whoever looks after nobody the page is not there."""

    @login_required
    @wraps(view)
    def for_stewards(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_steward(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return for_stewards
