"""A page for each beneficiary, the same in order and form for all six."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.core.blocks.fields import BodyField
from portal.core.editing.panels import content_edit_handler
from portal.core.models import ArticlePage, ContentPage
from portal.vocabulary.models import Beneficiary


class BeneficiaryIndexPage(ContentPage):
    edit_handler = content_edit_handler([])
    parent_page_types = ["website.HomePage"]
    subpage_types = ["website.BeneficiaryPage"]
    max_count = 1
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("list of beneficiaries")
        verbose_name_plural = _("lists of beneficiaries")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.website.reading.beneficiaries import index_context

        context = super().get_context(request, *args, **kwargs)
        return context | index_context(self, request)


class BeneficiaryPage(ArticlePage):
    """Practices, institutions, news, in that order."""

    beneficiary = models.OneToOneField(
        Beneficiary, verbose_name=_("beneficiary"), on_delete=models.PROTECT, related_name="page"
    )
    body = BodyField(_("text"))

    edit_handler = content_edit_handler(["body"], details=["beneficiary"])
    parent_page_types = ["website.BeneficiaryIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page of a beneficiary")
        verbose_name_plural = _("pages of beneficiaries")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.website.reading.beneficiaries import page_context

        context = super().get_context(request, *args, **kwargs)
        return context | page_context(self, context, request)
