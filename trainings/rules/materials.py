"""When those who take part can open what a trainer has put there. Nothing else decides that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from trainings.rules.sessions import first_begins, last_ends


class When(models.TextChoices):
    """In the order in which readers find them."""

    BEFORE = "before", _("Before the training")
    DURING = "during", _("During the training")
    AFTER = "after", _("After the training")


def opens_at(when: str, training: Any, sessions: Iterable[Any]) -> datetime | None:
    """From which moment on, by the clock of the training's place; None: as soon as somebody is confirmed.

    What is for during the training opens with the first session, what is for after it at the end of the last. Nothing
    closes again.
    """
    if when == When.BEFORE:
        return None
    return first_begins(training, sessions) if when == When.DURING else last_ends(training, sessions)
