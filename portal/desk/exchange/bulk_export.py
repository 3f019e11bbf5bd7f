"""Pages that are ticked in a list of the administration, exported at once."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction

from portal.desk.translating.place import translated_codes


class ExportForTranslation(PageBulkAction):
    """Leads to the page that asks for language and format; what one may not translate is left out."""

    display_name = _("Export for translation")
    action_type = "export_for_translation"
    aria_label = _("Export selected pages for translation")
    # Never shown: this action asks on a page of its own.
    template_name = "desk/exchange/export.html"
    action_priority = 60

    def check_perm(self, page: Any) -> bool:
        return bool(translated_codes(page.specific, self.request.user))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        pages, _refused = self.get_actionable_objects()
        if not pages:
            return redirect(self.next_url)
        return redirect(f"{reverse('desk_export')}?{urlencode([('id', page.pk) for page in pages])}")
