"""Words that are in use cannot be deleted: what is classified by them would silently lose its classification."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import models

from portal.vocabulary.usage import refuse_if_used

M = TypeVar("M", bound=models.Model)


class ProtectedQuerySet(models.QuerySet[M]):
    """`delete()` of several: all or none. Raises portal.vocabulary.usage.InUse."""

    def delete(self) -> tuple[int, dict[str, int]]:
        refuse_if_used(list(self))
        return super().delete()


class ProtectedModel(models.Model):
    """A record that others point at, which deletion would take from them."""

    class Meta:
        abstract = True

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises portal.vocabulary.usage.InUse when anything points here, drafts of pages included."""
        refuse_if_used([self])
        return super().delete(*args, **kwargs)
