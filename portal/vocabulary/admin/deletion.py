"""Deleting words in the admin: refused in words that say where they are used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from portal.vocabulary.models.protected import ProtectedModel
from portal.vocabulary.usage import InUse, refuse_if_used

#: A refusal of more words names the first ones and counts the others.
NAMED = 5


def refuse_words_in_use(request: HttpRequest, objects: Sequence[Model]) -> HttpResponse | None:
    """Sends the editor back to the list when a word of the selection is in use. Nothing of the selection is deleted.

    Runs before the confirmation is shown and again before anything is deleted.
    """
    if not objects or not isinstance(objects[0], ProtectedModel):
        return None
    try:
        refuse_if_used(objects)
    except InUse as refusal:
        for message in refusal.messages[:NAMED]:
            messages.error(request, message)
        more = len(refusal.messages[NAMED:])
        if more:
            text = ngettext("%(number)d more is in use.", "%(number)d more are in use.", more)
            messages.error(request, text % {"number": more})
        messages.warning(request, _("Nothing was deleted. Take the word off those pages first, or leave it."))
        viewset: Any = getattr(type(objects[0]), "snippet_viewset")  # noqa: B009 - put there by Wagtail
        return redirect(viewset.get_url_name("list"))
    return None
