"""A programme methodology: what to do in which session, with whom, with what."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from portal.core.blocks.fields import LongTextField, SessionsField
from portal.core.editing.panels import content_edit_handler
from portal.core.models import ContentPage
from portal.vocabulary.editing.panels import classification_panel
from portal.vocabulary.models import ClassifiedPage
from practices.editing.panels import standard_parts_panel


class Methodology(RoutablePageMixin, ClassifiedPage, ContentPage):
    """Objectives, sessions, tools, staff and evaluation are translated. The session plan prints as a booklet."""

    objectives = LongTextField(_("objectives"))
    sessions = SessionsField(_("sessions"), help_text=_("Numbered by their order."))
    tools = LongTextField(_("tools and materials"))
    staff_training = LongTextField(_("staff and training required"))
    evaluation = LongTextField(_("evaluation"))

    standard_parts = ParentalManyToManyField(
        "practices.StandardPart", verbose_name=_("related rules and articles"), blank=True, related_name="+"
    )

    edit_handler = content_edit_handler(
        ["objectives", "sessions", "tools", "staff_training", "evaluation"],
        details=[
            classification_panel("beneficiaries", "stages", "priority_areas", "target_groups", "agencies", "concepts"),
            standard_parts_panel(),
        ],
    )
    parent_page_types = ["practices.CatalogueIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("programme methodology")
        verbose_name_plural = _("programme methodologies")

    @path("")
    def page(self, request: HttpRequest) -> HttpResponse:
        return self.render(request)

    @path("session-plan/", name="session_plan")
    def session_plan(self, request: HttpRequest) -> HttpResponse:
        """All sessions, one after another, as a booklet to print."""
        return self.render(request, template="practices/session_plan.html")

    @staticmethod
    def total_minutes(sessions: Any) -> int:
        """Length of all sessions of one language together, in minutes."""
        return sum(block.value["minutes"] or 0 for block in sessions)
