"""What people agree to when they join, in which version, and who agreed to which when."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import LANGUAGES


class ConsentTextManager(models.Manager["ConsentText"]):
    def current(self) -> ConsentText:
        """The one that is asked for now. Raises ConsentText.DoesNotExist as long as there is none."""
        found = self.filter(since__lte=timezone.localdate()).order_by("-version").first()
        if found is None:
            raise ConsentText.DoesNotExist("There is no text to agree to: load the starter content.")
        return found


class ConsentText(models.Model):
    """One version of the text. `text` is translated; a line is a paragraph. What somebody agreed to is never changed:
    another text is another version.
    """

    version = models.PositiveIntegerField(_("version"), unique=True)
    since = models.DateField(_("since"), default=timezone.localdate)
    text = models.TextField(_("text"))

    objects = ConsentTextManager()

    class Meta:
        verbose_name = _("consent text")
        verbose_name_plural = _("consent texts")
        ordering = ["-version"]

    def __str__(self) -> str:
        return f"{self.version} ({self.since})"


class Consent(models.Model):
    """That a person agreed to a version, when, and in which rendering they read it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("user"), related_name="consents", on_delete=models.CASCADE
    )
    text = models.ForeignKey(ConsentText, verbose_name=_("consent text"), related_name="+", on_delete=models.PROTECT)
    language = models.CharField(
        _("language"), max_length=10, choices=[(language.code, language.native_name) for language in LANGUAGES]
    )
    given_at = models.DateTimeField(_("given"), default=timezone.now)

    #: Wagtail would show who manages accounts what refers to one.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at", "-pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["user", "text"], name="one_consent_a_version")
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.text_id}"
