"""How far a language of an approved record has come."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models.meeting import Meeting
from portal.core.languages.catalogue import CONTENT_CODES


class RecordTranslation(models.Model):
    """The texts themselves stand in the columns of the record; this says whether readers get them.

    `source` has the texts, by their names, as they were when they were translated: what says something else now is
    outdated.
    """

    meeting = models.ForeignKey(Meeting, related_name="translations", on_delete=models.CASCADE)
    language = models.CharField(_("language"), max_length=3, choices=[(code, code) for code in CONTENT_CODES])
    is_ready = models.BooleanField(default=False)
    source = models.JSONField(default=dict)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="+", on_delete=models.SET_NULL, null=True)

    class Meta:
        verbose_name = _("translation of a record")
        verbose_name_plural = _("translations of records")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["meeting", "language"], name="one_translation_a_language")
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.language}"
