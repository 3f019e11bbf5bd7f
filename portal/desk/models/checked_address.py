"""What addresses outside of the portal answered when they were last asked."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Answer(models.TextChoices):
    """How asking an address ended. Anything but OK and UNKNOWN is a broken link."""

    OK = "ok", _("The page is there")
    GONE = "gone", _("There is no such page")
    REFUSED = "refused", _("The address may not be asked: it is not on the public internet")
    SILENT = "silent", _("No answer")
    INSECURE = "insecure", _("Its certificate is not valid")
    FAILED = "failed", _("The site has failed")
    LOOP = "loop", _("It leads on and on")
    # Sites that want no robots: nobody knows, so nobody is bothered.
    UNKNOWN = "unknown", _("The site does not say")


class CheckedAddress(models.Model):
    url = models.CharField(_("address"), max_length=500, unique=True)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices)
    checked_at = models.DateTimeField(_("checked"), db_index=True)

    class Meta:
        verbose_name = _("checked address")
        verbose_name_plural = _("checked addresses")

    def __str__(self) -> str:
        return self.url

    @property
    def is_broken(self) -> bool:
        return self.answer not in (Answer.OK, Answer.UNKNOWN)
