"""Translations that a native specialist should still check."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import CONTENT_CODES


class ReviewFlags(models.Model):
    """Languages whose texts here are working translations: shown to editors until a native speaker reviewed them."""

    review_languages = models.CharField(
        _("languages to be reviewed"),
        max_length=40,
        blank=True,
        help_text=_("Codes of the languages whose texts a native specialist should check, separated by spaces."),
    )

    class Meta:
        abstract = True

    @property
    def languages_to_review(self) -> tuple[str, ...]:
        """Content codes in the order of the catalogue."""
        flagged = set(self.review_languages.split())
        return tuple(code for code in CONTENT_CODES if code in flagged)
