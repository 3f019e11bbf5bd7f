"""The panel of the administration's first page: where the languages stand, and one's own next translations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, Q
from wagtail.admin.ui.components import Component

from portal.core.content_language.readiness import State
from portal.core.editing.access import languages_of, may_edit_source
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.desk.assigning.people import works_on
from portal.desk.dashboard.addresses import dashboard_url
from portal.desk.dashboard.queue import queue_of
from portal.desk.states.columns import with_states

_NEXT: Final = 5


@dataclass(frozen=True, slots=True)
class Number:
    """How many pages are in a state, and where they stand in the table."""

    state: State
    pages: int
    url: str


def numbers_of(user: Any) -> dict[str, list[Number]]:
    """For each language by its name how many of this person's pages are in which state. One query for all.

    An editor sees all languages, a translator their own.
    """
    codes = CONTENT_CODES if may_edit_source(user) else languages_of(user)
    counts = {
        f"{code}_{state.value}": Count("pk", filter=Q(**{f"state_{code}": state})) for code in codes for state in State
    }
    found = with_states(works_on(user)).aggregate(**counts)
    return {
        BY_CODE[code].native_name: [
            Number(state, found[f"{code}_{state.value}"], dashboard_url(language=code, state=state.value))
            for state in State
        ]
        for code in codes
    }


class TranslationsPanel(Component):
    name = "translations"
    template_name = "desk/dashboard/home_panel.html"
    order = 120

    class Media:
        css = {"all": ("desk/admin/desk.css",)}

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"states": list(State), "languages": numbers_of(user), "items": queue_of(user, _NEXT)}
