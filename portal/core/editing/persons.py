"""What the edit form asks and tells about persons: numbers are confirmed before publishing, names are hinted at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.panels import Panel
from wagtail.log_actions import LogFormatter, log

from portal.core.persons.findings import Finding, hints_in, numbers_in

if TYPE_CHECKING:
    from portal.core.models.page import ContentPage

#: Action in the history of a page.
CHECKED: Final = "core.numbers_checked"

#: More places are not listed when a page is saved; the form has all of them.
_FIRST: Final = 3


class NumbersConfirmation:
    """Which numbers of a page were confirmed before, and which are with this form."""

    def __init__(self, page: ContentPage) -> None:
        self._page = page
        self._before = frozenset(page.checked_numbers.split())

    @cached_property
    def open_numbers(self) -> list[Finding]:
        """What was not confirmed before this form came, in all languages of the page as it is now."""
        return [found for found in numbers_in(self._page) if found.digest not in self._before]

    def confirm(self, seen: Iterable[str]) -> None:
        """To be told when the page has what was posted, with the digests that were ticked.

        What the form did not show is not confirmed with it: it may have been written since.
        """
        self.__dict__.pop("open_numbers", None)
        confirmed = [found for found in self.open_numbers if found.digest in set(seen)]
        digests = self._before | {found.digest for found in confirmed}
        self._page.checked_numbers = " ".join(sorted(digests))
        #: Places, for the history; the numbers themselves are nobody's business there.
        self._page.confirmed_places = list(dict.fromkeys(found.place for found in confirmed))


class NumbersPanel(Panel):
    """Each number that nobody confirmed yet with its place, and the tick for them; not there when there is none."""

    def get_form_options(self) -> dict[str, Any]:
        """Claims its fields: Wagtail shows those of no panel by itself."""
        return {"fields": ["seen_numbers", "numbers_checked"]}

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/editing/numbers_panel.html"

        def is_shown(self) -> bool:
            return bool(self.form.confirmation.open_numbers)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            numbers = self.form.confirmation.open_numbers
            digests = {found.digest for found in numbers}
            context["form"] = self.form
            context["numbers"] = numbers
            context["seen"] = " ".join(sorted(digests))
            # As posted, but not for numbers that were not on the form then.
            context["is_checked"] = digests <= set(self.instance.checked_numbers.split())
            return context


def log_confirmation(request: HttpRequest, page: Any) -> None:
    """Writes into the page's history, once, that somebody confirmed numbers with the form that was saved."""
    if places := page.__dict__.pop("confirmed_places", None):
        log(instance=page, action=CHECKED, user=request.user, data={"places": places})


def tell_hints(request: HttpRequest, page: Any) -> None:
    """After saving: what of the page may name a person."""
    texts = hint_texts(page)
    for text in texts[:_FIRST]:
        messages.warning(request, text)
    if (more := len(texts) - _FIRST) > 0:
        said = ngettext("And %(count)s more place, see “Details”.", "And %(count)s more places, see “Details”.", more)
        messages.warning(request, said % {"count": more})


def hint_texts(page: ContentPage) -> list[str]:
    """A sentence for each name or contact of a person that the page may hold, with its place."""
    return [
        _("Can a person be recognised? %(what)s in %(place)s: “%(extract)s”")
        % {"what": found.what, "place": found.place, "extract": found.extract}
        for found in hints_in(page)
    ]


class CheckedFormatter(LogFormatter):
    """How the history tells it."""

    label = gettext_lazy("Check numbers")

    def format_message(self, log_entry: Any) -> str:
        places = ", ".join(log_entry.data.get("places", []))
        return _("Confirmed that no real person's number stands in: %(places)s") % {"places": places}
