"""What has happened to an account, for as long as ACCOUNT_LOG_DAYS."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Step(models.TextChoices):
    SIGNED_IN = "signed_in", _("Signed in")
    REFUSED = "refused", _("Wrong password or code")
    FACTOR_ADDED = "factor_added", _("Second factor added")
    FACTOR_REMOVED = "factor_removed", _("Second factor removed")
    PASSWORD_CHANGED = "password_changed", _("Password changed")
    SESSION_ENDED = "session_ended", _("Signed out from another device")


class AccountStep(models.Model):
    """One step of one account. `device` is what portal.accounts.sessions.devices keeps; no address is.

    It goes with the account. Attempts at addresses without an account are nobody's and are not kept.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    step = models.CharField(_("step"), max_length=20, choices=Step.choices)
    device = models.CharField(max_length=50, blank=True)
    at = models.DateTimeField(_("time"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("step of an account")
        verbose_name_plural = _("steps of accounts")
        ordering = ("-at", "-pk")
        # Nobody writes or deletes any by hand.
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.step} {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValueError for a step that is there already: what has happened is not changed."""
        if self.pk is not None:
            raise ValueError("A step of an account is noted once and not changed.")
        super().save(*args, **kwargs)
