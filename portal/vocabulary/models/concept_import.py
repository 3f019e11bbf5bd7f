"""An uploaded file of concepts while somebody looks at what it would change, and what became of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: So long the preview and then the report can be opened again.
KEPT_FOR: Final = timedelta(days=14)


class ConceptImportQuerySet(models.QuerySet["ConceptImport"]):
    def of(self, user: Any) -> ConceptImportQuerySet:
        """Those of one person that have not expired: nobody else sees them."""
        return self.filter(user=user, created_at__gt=timezone.now() - KEPT_FOR)

    def expired(self) -> ConceptImportQuerySet:
        return self.filter(created_at__lte=timezone.now() - KEPT_FOR)


class ConceptImport(models.Model):
    """What a file said (`found`, as portal.vocabulary.exchange.entries writes it) until its changes are made; then what
    was changed (`report`). The file itself is not kept.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    file_name = models.CharField(max_length=200)
    found = models.JSONField(default=dict)
    applied_at = models.DateTimeField(null=True)
    report = models.JSONField(default=dict)

    objects = ConceptImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of concepts")
        verbose_name_plural = _("imports of concepts")
        default_permissions = ()

    def __str__(self) -> str:
        return self.file_name
