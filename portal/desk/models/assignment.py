"""Who translates a page into a language, and until when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES

#: Days before a date within which somebody is reminded of it, and within which it counts as near.
SOON_DAYS: Final = 3


class Reminder(models.IntegerChoices):
    """Of what the translator has been reminded last. They come in this order and each only once."""

    NONE = 0, "none"
    SOON = 1, "due soon"
    OVERDUE = 2, "overdue"


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def first_due_first(self) -> AssignmentQuerySet:
        """What is most overdue first, what has no date last."""
        return self.order_by(models.F("due").asc(nulls_last=True), "pk")

    def overdue(self, today: date | None = None) -> AssignmentQuerySet:
        return self.filter(due__lt=today or timezone.localdate())

    def due_soon(self, days: int = SOON_DAYS, today: date | None = None) -> AssignmentQuerySet:
        """Due today or within so many days."""
        today = today or timezone.localdate()
        return self.filter(due__gte=today, due__lte=today + timedelta(days=days))


class Assignment(models.Model):
    """A translation that somebody has taken on or was given.

    There is a row as long as there is something to do: when the language is ready and current, when it is given back
    or given to somebody else, it goes, and the page's history keeps what happened. A change is a new row, so the key
    of a row says exactly which state of things somebody has seen. Without `due` there is no date.
    """

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    language = models.CharField(
        _("language"), max_length=3, choices=[(code, BY_CODE[code].native_name) for code in CONTENT_CODES]
    )
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    due = models.DateField(null=True)
    note = models.TextField(blank=True)
    reminded = models.PositiveSmallIntegerField(default=Reminder.NONE, choices=Reminder.choices, editable=False)

    objects = AssignmentQuerySet.as_manager()

    #: Wagtail shows who manages accounts what refers to one; the history of each page says it where it matters.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "assigned translation"
        verbose_name_plural = "assigned translations"
        default_permissions = ()
        permissions = [("assign_translations", "Can assign translations")]
        constraints = [models.UniqueConstraint(fields=["page", "language"], name="one_translator_a_language")]
        indexes = [
            models.Index(fields=["assignee", "due"], name="assignment_queue"),
            models.Index(fields=["due", "reminded"], name="assignment_due"),
        ]

    def __str__(self) -> str:
        return f"page {self.page_id} into {self.language}"

    @property
    def is_overdue(self) -> bool:
        return self.due is not None and self.due < timezone.localdate()
