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


def state_of(readiness: str | None, *, is_begun: bool, is_behind: bool) -> State:
    """Where a language stands: `is_begun` when it has a title, `is_behind` when its source has changed since.

    portal.desk.states.columns says the same to the database.
    """
    if not readiness:
        return State.DRAFT if is_begun else State.MISSING
    if is_behind:
        return State.OUTDATED
    return State.READY if readiness == Readiness.READY else State.OVERVIEW
