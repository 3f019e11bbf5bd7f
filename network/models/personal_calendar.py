"""Somebody's own calendar feed: an address with the closed things that this person may see."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

_signer = Signer(sep="~", salt="network.personal-calendar")


class PersonalCalendarQuerySet(models.QuerySet["PersonalCalendar"]):
    def named(self, key: str) -> PersonalCalendar | None:
        """The feed of a key, while it holds; None for one that was taken back, or that nobody was ever given."""
        try:
            pk, _dot, number = _signer.unsign(key).partition(".")
        except BadSignature:
            return None
        return self.filter(pk=int(pk), number=int(number), user__is_active=True).select_related("user").first()

    def renew(self, user: Any) -> PersonalCalendar:
        """Gives a person an address, and ends the one they had."""
        kept, is_new = self.get_or_create(user=user)
        if not is_new:
            self.filter(pk=kept.pk).update(number=models.F("number") + 1, made_at=timezone.now())
            kept.refresh_from_db()
        return kept

    def end(self, user: Any) -> None:
        """Ends the address of a person, if they have one."""
        self.filter(user=user).delete()


class PersonalCalendar(models.Model):
    """At most one for a person. `number` grows with each new address, and so ends the one before.

    The secret of the address is not kept: it is the signature of what is here, made with the key of the installation.
    Whoever reads the table gets into no calendar, and the person can be shown the address again.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name=_("user"), related_name="personal_calendar", on_delete=models.CASCADE
    )
    number = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[PersonalCalendarQuerySet] = PersonalCalendarQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("personal calendar")
        verbose_name_plural = _("personal calendars")

    def __str__(self) -> str:
        return f"{self.user}"

    @property
    def key(self) -> str:
        """What the address has for a secret."""
        return _signer.sign(f"{self.pk}.{self.number}")
