"""Asks before a language is marked as reviewed, and marks it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from portal.core.editing.known_pages import PAGE_POLICY
from portal.core.editing.panels import open_url
from portal.core.languages.catalogue import BY_CODE
from portal.core.models import ContentPage
from portal.desk.reports.findings import PERMISSIONS
from portal.desk.review.marking import mark_page, mark_word
from portal.desk.review.permission import may_mark, may_mark_word
from portal.desk.review.words import KINDS, words_url


class MarkView(WagtailAdminTemplateMixin, View):
    """Who may not mark this language does not find the address."""

    page_title = gettext_lazy("Mark as reviewed")
    header_icon = "check"
    template_name = "desk/review/mark.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.code: str = kwargs.pop("code")
        if not self.may(request.user, self.code):
            raise Http404
        self.thing = self.find(**kwargs)
        return super().dispatch(request)

    #: Whether somebody may mark a language of such things.
    may: Callable[[Any, str], bool]

    def find(self, **named: Any) -> Any:
        raise NotImplementedError

    def mark(self) -> bool:
        raise NotImplementedError

    def back(self) -> str:
        raise NotImplementedError

    def title(self) -> str:
        return str(self.thing)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest) -> HttpResponse:
        named = {"title": self.title(), "language": BY_CODE[self.code].native_name}
        if self.mark():
            messages.success(request, _("“%(title)s” is marked as reviewed in %(language)s.") % named)
        else:
            messages.warning(request, _("“%(title)s” was not to be reviewed in %(language)s any more.") % named)
        return HttpResponseRedirect(self.back())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(
            title=self.title(), language=BY_CODE[self.code], back_url=self.back(), read_url=self.read_url(), **kwargs
        )
        return context

    def read_url(self) -> str:
        """Where the text is read and corrected, if the user may; else ""."""
        return ""


class MarkPageView(MarkView):
    may = staticmethod(may_mark)

    def find(self, **named: Any) -> Any:
        theirs = PAGE_POLICY.instances_user_has_any_permission_for(self.request.user, PERMISSIONS)
        page = get_object_or_404(Page, pk=named["page_id"], pk__in=theirs.order_by().values("pk")).specific
        if not isinstance(page, ContentPage):
            raise Http404
        return page

    def title(self) -> str:
        return str(self.thing.draft_title)

    def mark(self) -> bool:
        return mark_page(page=self.thing, code=self.code, user=self.request.user)

    def read_url(self) -> str:
        return open_url(self.thing, self.code)

    def back(self) -> str:
        return reverse("desk_to-read")


class MarkWordView(MarkView):
    may = staticmethod(may_mark_word)

    def find(self, **named: Any) -> Any:
        if named["kind"] not in KINDS:
            raise Http404
        return get_object_or_404(KINDS[named["kind"]].model, pk=named["pk"])

    def mark(self) -> bool:
        return mark_word(word=self.thing, code=self.code, user=self.request.user)

    def back(self) -> str:
        return words_url(self.code)
