"""What members say they have done themselves."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.members.models import Member


class Experience(models.Model):
    """A member has done what a page describes, as they say themselves; they can take it back."""

    member = models.ForeignKey(
        Member, verbose_name=_("member"), related_name="experiences", on_delete=models.CASCADE, db_index=False
    )
    page = models.ForeignKey(Page, verbose_name=_("page"), related_name="+", on_delete=models.CASCADE)
    said_at = models.DateTimeField(_("said on"), auto_now_add=True)

    class Meta:
        verbose_name = _("experience")
        verbose_name_plural = _("experiences")
        ordering = ["-pk"]
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(fields=["member", "page"], name="said_once_a_page")]

    def __str__(self) -> str:
        return f"{self.member}: {self.page}"
