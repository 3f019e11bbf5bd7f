"""The page that shows what changed in a source since a translation was checked against it."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from portal.core.editing.access import editable_codes
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.models import ContentPage
from portal.desk.assigning.people import works_at_the_desk, works_on
from portal.desk.changes.since import changes_since
from portal.desk.dashboard.addresses import translate_url


class ChangesView(WagtailAdminTemplateMixin, TemplateView):
    """Not found for who does not work on the page, and where nothing is translated."""

    template_name = "desk/dashboard/changes.html"
    page_title = gettext_lazy("What changed in the source")
    header_icon = "history"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        table = {"url": reverse("desk_dashboard"), "label": _("Translations")}
        return [*self.breadcrumbs_items, table, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        code, user = kwargs["code"], self.request.user
        found = works_on(user).filter(pk=kwargs["page_id"]).first() if works_at_the_desk(user) else None
        page = found.specific if found else None
        if not isinstance(page, ContentPage) or code not in CONTENT_CODES or code == page.source_language:
            raise Http404
        newest = page.get_latest_revision_as_object()
        context: dict[str, Any] = super().get_context_data(
            title=page.get_admin_display_title(),
            language=BY_CODE[code],
            source=BY_CODE[page.source_language],
            changes=changes_since(page, newest, code),
            translate_url=translate_url(page.pk, code) if code in editable_codes(user, page) else "",
            **kwargs,
        )
        return context
