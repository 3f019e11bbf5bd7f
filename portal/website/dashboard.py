"""What of pages waits for somebody: what was handed in, practices and news above all, for those who review it."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState

from portal.core.registries.dashboard import SHOWN, DashboardSection, Waiting, register_dashboard


def pages_to_review(request: HttpRequest) -> DashboardSection:
    """The longest waiting first; nothing for whoever has no business in the administration."""
    keys: list[int] = []
    if request.user.has_perm("wagtailadmin.access_admin"):
        states = TaskState.objects.reviewable_by(request.user).filter(
            workflow_state__base_content_type__app_label="wagtailcore", workflow_state__base_content_type__model="page"
        )
        rows = states.order_by("started_at", "pk").values_list("workflow_state__object_id", flat=True)
        keys = [int(key) for key in rows]
    pages = Page.objects.in_bulk(keys[:SHOWN])
    return DashboardSection(
        "reviews",
        _("Handed in, to be reviewed"),
        [
            Waiting(
                pages[key].draft_title,
                reverse("wagtailadmin_pages:edit", args=[key]),
                note=str(capfirst(pages[key].specific_class._meta.verbose_name)),
            )
            for key in keys[:SHOWN]
            if key in pages
        ],
        len(keys),
        _("Administration"),
        reverse("wagtailadmin_home"),
    )


register_dashboard(6, pages_to_review)
