"""A standard: an instrument or reference document, with its parts."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path

from portal.core.citing.citation import Citation
from portal.core.content_language.localized import Localized
from portal.core.editing.panels import content_edit_handler
from portal.core.models import CitablePage
from portal.vocabulary.classification import Classification
from portal.vocabulary.editing.panels import classification_panel
from portal.vocabulary.models import ClassifiedPage
from practices.editing.parts_panel import PartsPanel
from practices.partial_dates import check


class InstrumentType(models.TextChoices):
    RECOMMENDATION = "recommendation", _("Recommendation")
    CONVENTION = "convention", _("Convention")
    PROTOCOL = "protocol", _("Protocol")
    RESOLUTION = "resolution", _("Resolution")
    RULES = "rules", _("Rules")
    GUIDELINES = "guidelines", _("Guidelines")
    HANDBOOK = "handbook", _("Handbook")
    STANDARDS = "standards", _("Standards")
    DIRECTIVE = "directive", _("Directive")
    FRAMEWORK_DECISION = "framework_decision", _("Framework decision")
    CONCLUSIONS = "conclusions", _("Council conclusions")
    ACTION_PLAN = "action_plan", _("Action plan")
    MEMORANDUM = "memorandum", _("Memorandum of good practices")
    OTHER = "other", _("Other document")


class StandardStatus(models.TextChoices):
    IN_FORCE = "in_force", _("In force")
    REVISED = "revised", _("Revised version in force")
    SUPERSEDED = "superseded", _("Superseded")
    CURRENT = "current", _("Current edition")
    UNCONFIRMED = "", _("Not confirmed")


class Standard(ClassifiedPage, CitablePage):
    """An international instrument. The summary is the portal's own; the official text prevails."""

    reference = models.CharField(_("reference"), max_length=100, unique=True)
    issuing_body = models.CharField(_("issued by"), max_length=200, blank=True)
    instrument_type = models.CharField(_("kind of instrument"), max_length=30, choices=InstrumentType.choices)
    adopted_on = models.CharField(
        _("adopted"),
        max_length=10,
        blank=True,
        validators=[check],
        help_text=_("As far as it is known: 2006, 2006-01 or 2006-01-11."),
    )
    revised_on = models.CharField(_("revised"), max_length=10, blank=True, validators=[check])
    is_binding = models.BooleanField(
        _("legally binding"), default=False, help_text=_("On parties or addressees; an EU act binds member states.")
    )
    status = models.CharField(_("status"), max_length=20, blank=True, choices=StandardStatus.choices)
    official_url = models.URLField(_("official text"), blank=True)

    edit_handler = content_edit_handler(
        ["issuing_body"],
        details=[
            PartsPanel(heading=_("Parts, rules and articles")),
            # No two standards have the same reference, so drafts cannot all have none.
            FieldPanel("reference", required_on_save=True),
            "instrument_type",
            "adopted_on",
            "revised_on",
            "is_binding",
            "status",
            "official_url",
            classification_panel("stages", "priority_areas", "target_groups", "agencies", "concepts"),
        ],
    )
    parent_page_types = ["practices.CatalogueIndexPage"]
    subpage_types: list[str] = []
    schema_type = "CreativeWork"
    can_be_done = True

    class Meta:
        verbose_name = _("standard")
        verbose_name_plural = _("standards")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from practices.reading.standard import reading_context

        context = super().get_context(request, *args, **kwargs)
        return context | reading_context(self, context["localized"], request)

    @path("compare/", name="comparison")
    def comparison(self, request: HttpRequest) -> HttpResponse:
        """For those who write how a beneficiary implements the parts, and those who approve it."""
        from practices.comparison.views import overview

        return overview(self, request)

    @path("compare/<slug:anchor>/<slug:beneficiary>/", name="comparison_entry")
    def comparison_entry(self, request: HttpRequest, anchor: str, beneficiary: str) -> HttpResponse:
        """What one beneficiary says of one part."""
        from practices.comparison.views import entry

        return entry(self, request, anchor, beneficiary)

    def get_citation(self, localized: Localized, address: str) -> Citation:
        """Of the instrument itself."""
        from practices.reading.citations import citation_of

        return citation_of(self, localized, address, Classification(self))

    def schema_facts(self, localized: Localized) -> dict[str, Any]:
        """The page is the portal's own account of the instrument."""
        instrument = {"@type": "CreativeWork", "name": localized.headline, "identifier": self.reference}
        if localized.issuing_body:
            instrument["publisher"] = {"@type": "Organization", "name": localized.issuing_body}
        if self.adopted_on:
            instrument["datePublished"] = self.adopted_on
        if self.official_url:
            instrument["url"] = self.official_url
        return {**super().schema_facts(localized), "about": instrument}
