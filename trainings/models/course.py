"""What is taught: the list of trainings, and below it the courses, each with its runs below it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from portal.core.blocks.fields import LongTextField
from portal.core.editing.panels import content_edit_handler
from portal.core.models import ArticlePage, RoutableContentPage
from portal.vocabulary.editing.panels import classification_panel
from portal.vocabulary.models import ClassifiedPage
from trainings.models.competence import Competence


class TrainingIndexPage(RoutableContentPage):
    edit_handler = content_edit_handler([])
    parent_page_types = ["website.HomePage"]
    subpage_types = ["trainings.CoursePage"]
    max_count = 1
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("list of trainings")
        verbose_name_plural = _("lists of trainings")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from trainings.reading.index import index_context

        context = super().get_context(request, *args, **kwargs)
        return context | index_context(self, request)


class CoursePage(ClassifiedPage, ArticlePage):
    """A course. Its trainings lie below it. All long texts are translated.

    `methodology_page` may be any page, because the feature that has methodologies is not known here. `builds` are rows
    of the framework; `competences` says it in words. `hours` is the length of all of it; `attendance_needed` the part
    of the sessions, in percent, that the certificate asks for.
    """

    objectives = LongTextField(_("objectives"))
    for_whom = LongTextField(_("who it is for"))
    competences = LongTextField(_("competences"))
    materials = LongTextField(_("material"))
    certificate_rule = LongTextField(_("certificate"))
    builds = ParentalManyToManyField(
        Competence,
        verbose_name=_("competences of the framework that it builds"),
        blank=True,
        related_name="courses",
    )
    hours = models.PositiveSmallIntegerField(_("hours"), null=True, blank=True)
    attendance_needed = models.PositiveSmallIntegerField(
        _("attendance needed for the certificate, in percent"), default=80, validators=[MaxValueValidator(100)]
    )
    methodology_page = models.ForeignKey(
        Page, verbose_name=_("methodology"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    edit_handler = content_edit_handler(
        ["objectives", "for_whom", "competences", "materials", "certificate_rule"],
        details=[
            "hours",
            "attendance_needed",
            FieldPanel("builds", widget=forms.CheckboxSelectMultiple),
            FieldPanel("methodology_page"),
            classification_panel("beneficiaries", "stages", "priority_areas", "target_groups", "agencies", "concepts"),
        ],
    )
    required_texts = ("objectives",)
    schema_type = "Course"
    parent_page_types = ["trainings.TrainingIndexPage"]
    subpage_types = ["trainings.TrainingPage"]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from trainings.reading.course import course_context

        context = super().get_context(request, *args, **kwargs)
        return context | course_context(self, context, request)
