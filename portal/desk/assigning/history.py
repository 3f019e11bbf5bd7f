"""What the history of a page says about its translations."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter

from portal.accounts.models import User

#: What happened: how it is called in the filter of a history, and the line that it shows there.
_ACTIONS: dict[str, tuple[Promise, Promise]] = {
    "desk.assign": (
        gettext_lazy("Translation: assign"),
        gettext_lazy("Translation into %(language)s given to %(person)s"),
    ),
    "desk.unassign": (
        gettext_lazy("Translation: assign to nobody"),
        gettext_lazy("Translation into %(language)s taken away from %(person)s"),
    ),
    "desk.take": (
        gettext_lazy("Translation: take"),
        gettext_lazy("Translation into %(language)s taken on by %(person)s"),
    ),
    "desk.give_back": (
        gettext_lazy("Translation: give back"),
        gettext_lazy("Translation into %(language)s given back by %(person)s"),
    ),
    "desk.finish": (
        gettext_lazy("Translation: finish"),
        gettext_lazy("Translation into %(language)s by %(person)s is ready"),
    ),
}


def register_actions(actions: LogActionRegistry) -> None:
    for name, (label, message) in _ACTIONS.items():
        actions.register_action(name)(_formatter(label, message))


def _formatter(label: Promise, message: Promise) -> type[LogFormatter]:
    def format_message(self: Any, entry: Any) -> str:
        person = User.objects.filter(pk=entry.data.get("assignee")).first() or _("a deleted account")
        told = str(message) % {"language": entry.data.get("language", ""), "person": person}
        if due := entry.data.get("due"):
            told = _("%(told)s, due %(date)s") % {"told": told, "date": date_format(date.fromisoformat(due))}
        return told

    return type("TranslationFormatter", (LogFormatter,), {"label": label, "format_message": format_message})
