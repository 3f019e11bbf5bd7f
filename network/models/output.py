"""What a working group made: a recommendation, an outline of a programme, a tool, a report."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from network.models.meeting import Meeting
from portal.core.blocks.fields import LongTextField
from portal.core.citing.citation import Citation
from portal.core.content_language.localized import Localized
from portal.core.editing.panels import content_edit_handler
from portal.core.models import CitablePage
from portal.vocabulary.editing.panels import classification_panel
from portal.vocabulary.models import ClassifiedPage


class OutputKind(models.TextChoices):
    RECOMMENDATION = "recommendation", _("Recommendation")
    OUTLINE = "outline_programme", _("Outline programme")
    TOOL = "tool", _("Tool")
    REPORT = "report", _("Report")


class GroupOutputPage(ClassifiedPage, CitablePage):
    """Lies below the page of its group. `description` is translated. The files are its attachments.

    A page, so that it is translated, found, cited and closed as any resource of the library. `meeting` is the one that
    produced it, `version` counts how often it was published anew, which its revisions keep.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=OutputKind.choices, default=OutputKind.REPORT)
    meeting = models.ForeignKey(
        Meeting, verbose_name=_("meeting"), related_name="outputs", on_delete=models.SET_NULL, null=True, blank=True
    )
    form_key = models.CharField(max_length=36, blank=True, editable=False)
    version = models.PositiveSmallIntegerField(
        _("version"), default=1, help_text=_("Counts up when a new version replaces the one before.")
    )
    description = LongTextField(_("description"))

    edit_handler = content_edit_handler(
        ["description"],
        details=[
            "kind",
            "version",
            classification_panel("beneficiaries", "stages", "priority_areas", "target_groups", "agencies", "concepts"),
        ],
    )
    parent_page_types = ["network.WorkingGroupPage"]
    subpage_types: list[str] = []
    schema_type = "CreativeWork"

    class Meta:
        verbose_name = _("working-group output")
        verbose_name_plural = _("working-group outputs")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from network.reading.outputs import output_context

        context = super().get_context(request, *args, **kwargs)
        return context | output_context(self, context, request)

    def get_citation(self, localized: Localized, address: str) -> Citation:
        from network.reading.outputs import citation_of

        return citation_of(self, localized, address)
