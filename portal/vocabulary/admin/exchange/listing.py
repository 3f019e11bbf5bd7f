"""The list of concepts leads to the ways out and in."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button
from wagtail.snippets.views.snippets import IndexView

from portal.vocabulary.admin.exchange.export import SPREADSHEETS
from portal.vocabulary.admin.exchange.page import MAY_CHANGE


class ConceptIndexView(IndexView):
    """The list of concepts, with the ways out and in among its actions."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = [*super().header_more_buttons]
        if self.request.user.has_perm(MAY_CHANGE):
            buttons += [
                Button(_("Import a file"), url=reverse("vocabulary_import"), icon_name="upload", priority=20),
                *(
                    Button(
                        _("Export as %(format)s") % {"format": suffix.upper()},
                        url=reverse("vocabulary_export", kwargs={"suffix": suffix}),
                        icon_name="download",
                        priority=30 + place,
                    )
                    for place, suffix in enumerate(SPREADSHEETS)
                ),
                Button(
                    _("Export as %(format)s") % {"format": "SKOS"},
                    url=reverse("vocabulary_id:file", args=["ttl"]),
                    icon_name="download",
                    priority=40,
                ),
            ]
        return buttons
