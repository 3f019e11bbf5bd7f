"""What of practices and standards waits for somebody: entries on standards, for whoever approves them."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.core.languages.reader import current_reader
from portal.core.registries.dashboard import SHOWN, DashboardSection, Waiting, register_dashboard
from practices.queries.implementations import all_waiting
from practices.reading.entries import named
from practices.rules.comparing import may_approve


def entries_to_approve(request: HttpRequest) -> DashboardSection:
    """The longest waiting first; nothing for whoever does not approve."""
    waiting = all_waiting() if may_approve(request.user) else []
    items = []
    for entry in waiting[:SHOWN]:
        shown = named(entry, current_reader().language)
        # A note has no language of its own.
        note = "" if shown.standard_lang else shown.standard
        items.append(Waiting(shown.title, shown.url, note=note, is_sample=entry.part.standard.is_sample))
    return DashboardSection("entries", _("Entries on standards to decide on"), items, len(waiting), "", "")


register_dashboard(7, entries_to_approve)
