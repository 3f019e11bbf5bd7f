"""A pack: what is in it, for whom it is made, and how far it is."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.core.long_work import LongWork
from search.offline_pack.owner import Owner

#: For so long a pack can be downloaded, counted from when it was finished, or asked for.
KEPT = timedelta(hours=24)


class State(models.TextChoices):
    """EMPTY: nothing of what was chosen is open to its owner any more. WITHDRAWN: something that it holds is not."""

    WAITING = "waiting"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    WITHDRAWN = "withdrawn"


def new_key() -> str:
    """160 random bits."""
    return secrets.token_hex(20)


def end_from_now() -> datetime:
    return timezone.now() + KEPT


class OfflinePackQuerySet(models.QuerySet["OfflinePack"]):
    def of(self, owner: Owner) -> OfflinePackQuerySet:
        """Those that this person has asked for and that are still kept, latest first."""
        own = models.Q(pk__in=[])
        if owner.user is not None:
            own |= models.Q(user=owner.user)
        if owner.visitor:
            own |= models.Q(user=None, visitor=owner.visitor)
        return self.filter(own, expires_at__gt=timezone.now())


class OfflinePack(LongWork):
    """A list of resources that somebody asked for as a ZIP.

    It is made for `user`, with what they may see; without one, for the browser that keeps `visitor` in its session,
    with what everybody may see. `documents` are the ids of the resources in their order. `parameters` are those of the
    library's list they were taken from, as `search.queries.addresses.pairs_of` writes them; None for a reading list.

    `done` of `total` pages are made. `held` is what the finished pack holds or names, as primary keys by kind
    (`search.offline_pack.rights`).
    """

    key = models.CharField(max_length=40, unique=True, default=new_key, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    visitor = models.CharField(max_length=32, blank=True, db_index=True)
    documents = models.JSONField(default=list)
    parameters = models.TextField(null=True, blank=True)
    languages = models.JSONField(default=list)
    with_files = models.BooleanField(default=False)

    state = models.CharField(max_length=10, default=State.WAITING, choices=State.choices)
    left_out = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)
    held = models.JSONField(default=dict)
    expires_at = models.DateTimeField(default=end_from_now, db_index=True)

    objects = OfflinePackQuerySet.as_manager()

    #: What somebody takes along is nobody else's business.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "offline pack"
        verbose_name_plural = "offline packs"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(user__isnull=False) | ~models.Q(visitor=""), name="offline_pack_has_an_owner"
            )
        ]

    def __str__(self) -> str:
        return f"{len(self.documents)} documents"

    @property
    def path(self) -> Path:
        """Where the ZIP lies once it is finished."""
        return settings.OFFLINE_PACKS_DIR / f"{self.key}.zip"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """With its file."""
        self.path.unlink(missing_ok=True)
        return super().delete(*args, **kwargs)

    def withdraw(self) -> None:
        """Takes the finished pack away; the row stays and says why."""
        self.path.unlink(missing_ok=True)
        self.state = State.WITHDRAWN
        self.size, self.held = 0, {}
        self.save(update_fields=["state", "size", "held"])
