"""How far the text of a file can be searched: what editors are told, and readers never."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReadingState(models.TextChoices):
    """What came of reading a file. WAITING also when the process that should have read it was ended."""

    WAITING = "", _("waiting to be read")
    READ = "read", _("all of its text can be searched")
    CUT = "cut", _("only the beginning of its text can be searched: there is too much of it")
    NO_TEXT = "no_text", _("no text was found: a scan needs text recognition (OCR) before it can be searched")
    OTHER_KIND = "other_kind", _("files of this kind are not searched")
    PROTECTED = "protected", _("protected by a password, so its text cannot be searched")
    LARGE = "large", _("too large for its text to be searched")
    SLOW = "slow", _("reading it took too long, so not all of its text can be searched")
    DAMAGED = "damaged", _("damaged, so not all of its text can be searched")
    MISSING = "missing", _("the file itself is missing")


#: States that somebody can do something about.
PROBLEMS = (
    ReadingState.CUT,
    ReadingState.NO_TEXT,
    ReadingState.PROTECTED,
    ReadingState.LARGE,
    ReadingState.SLOW,
    ReadingState.DAMAGED,
    ReadingState.MISSING,
)
