"""What was sent after a session had ended, kept until the person has signed in again.

It lies in the session of the browser, which signing in takes over, and is given back once, to the person who wrote it
and to nobody who signs in after them.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, QueryDict

#: Characters of a record that is kept in this way. A longer one is left on the page of the browser ("back").
MOST = 500_000


def keep(request: HttpRequest, meeting: int) -> bool:
    """Keeps what was sent, all but files; False when it is too much."""
    sent = request.POST.copy()
    sent.pop("csrfmiddlewaretoken", None)
    text = sent.urlencode()
    if len(text) > MOST or not sent.get("writer", "").isdigit():
        return False
    request.session["kept_record"] = {"meeting": meeting, "writer": sent["writer"], "text": text}
    return True


def give_back(request: Any, meeting: int) -> QueryDict | None:
    """What was kept of this record, if this person wrote it; whosever it is, it is kept no longer."""
    kept = request.session.get("kept_record")
    if not kept:
        return None
    if kept["writer"] != str(request.user.pk):
        del request.session["kept_record"]
        return None
    if kept["meeting"] != meeting:
        return None
    del request.session["kept_record"]
    return QueryDict(kept["text"])
