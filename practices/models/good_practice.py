"""A good practice: what somebody did, why it works, and what another would need to do it too."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from portal.core.blocks.fields import LongTextField, StepsField
from portal.core.citing.citation import Citation
from portal.core.content_language.localized import Localized
from portal.core.content_language.missing import MissingPart
from portal.core.editing.panels import content_edit_handler
from portal.core.models import CitablePage
from portal.vocabulary.classification import Classification
from portal.vocabulary.editing.panels import classification_panel
from portal.vocabulary.models import ClassifiedPage, Term
from portal.vocabulary.models.taxonomy import FacetCode
from practices.editing.panels import standard_parts_panel
from practices.rules.publishing import missing_blocks, missing_facts

#: A practice is to be looked at again after this time unless its editor says otherwise.
REVIEW_EVERY = timedelta(days=730)


class GoodPractice(ClassifiedPage, CitablePage):
    """Described by context, steps, mechanism, resources, results, lessons and transferability.

    These fields and `setting` and `contact_role` are translated.
    """

    context = LongTextField(_("context"), help_text=_("What was the situation, and what had to change?"))
    setting = models.CharField(
        _("setting"), max_length=250, blank=True, help_text=_("Where: kind of establishment or place, size, regime.")
    )
    steps = StepsField(_("what was done"), help_text=_("In the order in which it was done."))
    mechanism = LongTextField(_("why it works"), help_text=_("What makes the change happen, as far as is known."))
    resources = LongTextField(_("resources and cost"), help_text=_("Staff, time, money, training, equipment."))
    results = LongTextField(_("results"), help_text=_("What changed, how it was measured, and over what time."))
    lessons_learned = LongTextField(_("lessons learned"), help_text=_("What went wrong, what to do otherwise."))
    transferability = LongTextField(
        _("transferability"), help_text=_("What another place needs, and what can be left out.")
    )
    contact_role = models.CharField(
        _("contact"),
        max_length=200,
        blank=True,
        help_text=_("The role to write to, never a person's name: “Head of the admission unit”."),
    )

    evidence_level = models.ForeignKey(
        Term,
        verbose_name=_("evidence level"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        limit_choices_to={"facet__code": FacetCode.EVIDENCE_LEVEL.value},
        related_name="+",
    )
    started_on = models.DateField(_("began on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True, help_text=_("Empty while it goes on."))
    last_reviewed_on = models.DateField(_("last review"), null=True, blank=True)
    next_review_on = models.DateField(
        _("next review due"), null=True, blank=True, db_index=True, help_text=_("Empty: two years after the last one.")
    )
    standard_parts = ParentalManyToManyField(
        "practices.StandardPart", verbose_name=_("related rules and articles"), blank=True, related_name="+"
    )

    edit_handler = content_edit_handler(
        [
            "context",
            "setting",
            "steps",
            "mechanism",
            "resources",
            "results",
            "lessons_learned",
            "transferability",
            "contact_role",
        ],
        details=[
            classification_panel("beneficiaries", "stages", "priority_areas", "target_groups", "agencies", "concepts"),
            "evidence_level",
            standard_parts_panel(),
            "started_on",
            "ended_on",
            "last_reviewed_on",
            "next_review_on",
        ],
    )
    parent_page_types = ["practices.CatalogueIndexPage"]
    subpage_types: list[str] = []
    schema_type = "CreativeWork"
    can_be_done = True

    required_texts = ("context", "steps", "results", "lessons_learned", "transferability", "contact_role")
    required_facts = ("beneficiaries", "stages", "priority_areas", "target_groups", "agencies", "evidence_level")

    class Meta:
        verbose_name = _("good practice")
        verbose_name_plural = _("good practices")

    def clean(self) -> None:
        """Raises ValidationError when dates contradict each other."""
        super().clean()
        if self.started_on and self.ended_on and self.ended_on < self.started_on:
            raise ValidationError({"ended_on": _("The end is before the beginning.")})
        if self.last_reviewed_on and not self.next_review_on:
            self.next_review_on = self.last_reviewed_on + REVIEW_EVERY
        if self.last_reviewed_on and self.next_review_on and self.next_review_on < self.last_reviewed_on:
            raise ValidationError({"next_review_on": _("The next review is before the last one.")})

    def missing_for_publishing(self) -> list[MissingPart]:
        return [
            *super().missing_for_publishing(),
            *missing_blocks(self, "steps"),
            *missing_facts(self, self.required_facts),
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from practices.reading.good_practice import reading_context

        context = super().get_context(request, *args, **kwargs)
        return context | reading_context(self, context["localized"], request)

    def get_citation(self, localized: Localized, address: str) -> Citation:
        from practices.reading.citations import citation_of

        return citation_of(self, localized, address, Classification(self))

    def editor_warnings(self) -> list[str]:
        if self.next_review_on is None or not self.is_review_overdue:
            return []
        day = date_format(self.next_review_on, "DATE_FORMAT")
        return [gettext("The review of this practice has been due since %(date)s; readers are told.") % {"date": day}]

    @property
    def review_due_on(self) -> date | None:
        return self.next_review_on

    @property
    def is_review_overdue(self) -> bool:
        """Whether the date of the next review has passed: readers and editors are told."""
        return self.next_review_on is not None and self.next_review_on < timezone.localdate()
