"""One's own translations: what somebody has to do, and what nobody does yet in their languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from portal.core.content_language.readiness import State
from portal.core.editing.access import languages_of
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.registries.translations import translations_waiting
from portal.desk.assigning.giving import Refused, give_back, take
from portal.desk.assigning.people import works_at_the_desk, works_on
from portal.desk.dashboard.addresses import dashboard_url
from portal.desk.dashboard.cells import Cell, cells_of
from portal.desk.models import Assignment
from portal.desk.need.numbers import with_need
from portal.desk.states.columns import is_to_do, with_states

#: Pages of each language that nobody has.
_OFFERED: Final = 8


@dataclass(frozen=True, slots=True)
class Item:
    """A translation that somebody has or may take."""

    title: str
    cell: Cell

    @property
    def is_handed_in(self) -> bool:
        """Whether it is done, but readers have not got it yet."""
        return self.cell.draft == State.READY


@dataclass(frozen=True, slots=True)
class Offer:
    """What nobody has in a language: the most needed, and how many there are in all."""

    language: str
    items: list[Item]
    number: int
    url: str


def queue_of(user: Any, limit: int | None = None) -> list[Item]:
    """What this person has to translate, the most overdue first."""
    assigned = Assignment.objects.filter(assignee=user, page__in=works_on(user).values("pk")).first_due_first()
    rows = list(assigned.values_list("page", "language")[:limit])
    pages = {page.pk: page for page in with_states(works_on(user).filter(pk__in={page for page, _code in rows}))}
    cells = cells_of(pages.values(), user)
    return [Item(pages[key].get_admin_display_title(), cells[key][code]) for key, code in rows if key in pages]


def offers_to(user: Any) -> list[Offer]:
    """For each language of this person what is to be translated and nobody's, of pages that are public."""
    return [_offer(user, code) for code in languages_of(user)]


def _offer(user: Any, code: str) -> Offer:
    taken = Assignment.objects.filter(page=OuterRef("pk"), language=code)
    free = with_states(works_on(user)).filter(is_to_do(code), ~Exists(taken), live=True)
    pages = list(with_need(free, [code]).order_by("-need", "path")[:_OFFERED])
    cells = cells_of(pages, user)
    return Offer(
        language=BY_CODE[code].native_name,
        items=[Item(page.get_admin_display_title(), cells[page.pk][code]) for page in pages],
        number=free.count(),
        url=dashboard_url(language=code, state="to-do", assigned="nobody"),
    )


class QueueView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "desk/dashboard/queue.html"
    page_title = gettext_lazy("My translations")
    header_icon = "clipboard-list"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not works_at_the_desk(request.user):
            raise PermissionDenied
        return self.render_to_response(self.get_context_data())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        table = {"url": reverse("desk_dashboard"), "label": _("Translations")}
        return [*self.breadcrumbs_items, table, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        context: dict[str, Any] = super().get_context_data(
            items=queue_of(user),
            offers=offers_to(user),
            others=translations_waiting(user, languages_of(user)),
            **kwargs,
        )
        return context


class _OneTranslationView(View):
    """Changed by a button only; leads back to where that was."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, page_id: int, code: str) -> HttpResponseBase:
        user: Any = request.user
        if not works_at_the_desk(user):
            raise PermissionDenied
        if code not in CONTENT_CODES or not works_on(user).filter(pk=page_id).exists():
            raise Http404
        try:
            messages.success(request, self.change(page_id, code, user))
        except Refused as refusal:
            messages.warning(request, str(refusal))
        return redirect(get_valid_next_url_from_request(request) or reverse("desk_queue"))

    def change(self, page_id: int, code: str, user: Any) -> str:
        """Does it and says so. Raises Refused."""
        raise NotImplementedError


class TakeView(_OneTranslationView):
    def change(self, page_id: int, code: str, user: Any) -> str:
        take(page=page_id, language=code, user=user)
        return _("It is yours now.")


class GiveBackView(_OneTranslationView):
    def change(self, page_id: int, code: str, user: Any) -> str:
        give_back(page=page_id, language=code, user=user)
        return _("You have given it back.")
