"""What was sent by a form after a session had ended, kept until the person has signed in again.

It lies in the session of the browser, which signing in takes over, and is given back once, to the person who wrote it
and to nobody who signs in after them. The form names them in a field `writer`.
"""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, QueryDict

#: Characters of what is kept in this way. A longer text is left on the page of the browser ("back").
MOST: Final = 500_000
_NAME: Final = "kept_form"


def keep(request: HttpRequest, form: str) -> bool:
    """Keeps what was sent by this form, all but files; False when it is too much."""
    sent = request.POST.copy()
    sent.pop("csrfmiddlewaretoken", None)
    text = sent.urlencode()
    if len(text) > MOST or not sent.get("writer", "").isdigit():
        return False
    request.session[_NAME] = {"form": form, "writer": sent["writer"], "text": text}
    return True


def give_back(request: Any, form: str) -> QueryDict | None:
    """What was kept of this form, if this person wrote it; whosever it is, it is kept no longer."""
    kept = request.session.get(_NAME)
    if not kept:
        return None
    if kept["writer"] != str(request.user.pk):
        del request.session[_NAME]
        return None
    if kept["form"] != form:
        return None
    del request.session[_NAME]
    return QueryDict(kept["text"])
