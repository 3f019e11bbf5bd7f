"""The list of somebody who signs in."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class KeptList(models.Model):
    """One list a person: ids of documents, in their order. Nobody else sees it; it goes with the person."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    documents = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{len(self.documents)} documents"
