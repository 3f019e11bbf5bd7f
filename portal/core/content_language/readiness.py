"""How far a language of a page has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Readiness(models.TextChoices):
    """A language is shown to readers only from OVERVIEW on, and a page is read in it only when READY."""

    DRAFT = "", _("In work: not shown")
    OVERVIEW = "overview", _("Title and summary are ready")
    READY = "ready", _("Ready to be read")


class State(models.TextChoices):
    """What a translator sees of a language."""

    MISSING = "missing", _("Missing")
    DRAFT = "draft", _("In work")
    OVERVIEW = "overview", _("Title and summary")
    READY = "ready", _("Ready")
    OUTDATED = "outdated", _("Outdated")
