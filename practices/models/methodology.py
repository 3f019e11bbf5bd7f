"""A programme methodology: what to do in which session, with whom, with what."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.contrib.routable_page.models import path

from portal.core.blocks.fields import LongTextField, SessionsField
from portal.core.citing.citation import Citation
from portal.core.content_language.localized import Localized
from portal.core.content_language.missing import MissingPart
from portal.core.editing.panels import content_edit_handler
from portal.core.models import CitablePage
from portal.vocabulary.classification import Classification
from portal.vocabulary.editing.panels import classification_panel
from portal.vocabulary.models import ClassifiedPage
from practices.editing.panels import standard_parts_panel
from practices.rules.publishing import missing_blocks


class Methodology(ClassifiedPage, CitablePage):
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
    schema_type = "LearningResource"
    can_be_done = True

    required_texts = ("objectives", "sessions")

    class Meta:
        verbose_name = _("programme methodology")
        verbose_name_plural = _("programme methodologies")

    def missing_for_publishing(self) -> list[MissingPart]:
        return [*super().missing_for_publishing(), *missing_blocks(self, "sessions")]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from practices.reading.methodology import reading_context

        context = super().get_context(request, *args, **kwargs)
        return context | reading_context(self, context["localized"], request)

    def get_citation(self, localized: Localized, address: str) -> Citation:
        from practices.reading.citations import citation_of

        return citation_of(self, localized, address, Classification(self))

    def schema_facts(self, localized: Localized) -> dict[str, Any]:
        facts = {**super().schema_facts(localized), "learningResourceType": str(self._meta.verbose_name)}
        if minutes := self.total_minutes(localized.sessions):
            facts["timeRequired"] = f"PT{minutes}M"
        return facts

    @path("session-plan/", name="session_plan")
    def session_plan(self, request: HttpRequest) -> HttpResponse:
        """All sessions, one after another, as a booklet to print."""
        from practices.reading.methodology import booklet_context

        context = super().get_context(request)
        context |= booklet_context(self, context, request)
        return TemplateResponse(request, "practices/session_plan.html", context)

    @staticmethod
    def total_minutes(sessions: Any) -> int:
        """Length of all sessions of one language together, in minutes."""
        return sum(block.value["minutes"] or 0 for block in sessions)
