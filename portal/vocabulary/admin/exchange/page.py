"""What the pages have in common."""

from __future__ import annotations

from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from portal.vocabulary.models import Concept

MAY_CHANGE: Final = "vocabulary.change_concept"


class ExchangeView(WagtailAdminTemplateMixin, View):
    """For who may change concepts. Others are led to the start of the admin, as everywhere in it."""

    page_title = gettext_lazy("Import concepts")
    header_icon = "upload"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm(MAY_CHANGE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        viewset: Any = getattr(Concept, "snippet_viewset")  # noqa: B009 - put there by Wagtail
        concepts = {"url": reverse(viewset.get_url_name("list")), "label": capfirst(Concept._meta.verbose_name_plural)}
        return [*self.breadcrumbs_items, concepts, {"url": "", "label": self.get_page_title()}]
