"""How often a person wants to be told of something."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from portal.core.registries.notifications import Frequency


class NotificationChoice(models.Model):
    """What somebody has chosen for one kind of notification; without a row, the kind's default holds."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=50)
    frequency = models.CharField(max_length=10, choices=Frequency.choices)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user", "kind"), name="one_choice_a_kind"),
            models.CheckConstraint(condition=models.Q(frequency__in=Frequency.values), name="known_frequency"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.frequency}"
