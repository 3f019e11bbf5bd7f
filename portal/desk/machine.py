"""The place where a machine can be plugged in that drafts translations. None is, unless an operator says so.

`MACHINE_TRANSLATION` names a callable: it gets texts without markup, and the content codes of both languages, and gives
as many texts. How long it waits for a service is its own business; what it raises is told to the translator.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from django.conf import settings
from django.utils.module_loading import import_string

from portal.desk.units.unit import Unit
from portal.desk.units.words import with_words

logger = logging.getLogger(__name__)

Machine = Callable[[Sequence[str], str, str], Sequence[str]]


class MachineError(Exception):
    """The machine gave no translation."""


def machine() -> Machine | None:
    """What is plugged in. Raises ImportError for a path that leads nowhere; a system check finds that before."""
    path = settings.MACHINE_TRANSLATION
    return import_string(path) if path else None


def drafted(units: Sequence[Unit], source_code: str, target_code: str) -> dict[str, str]:
    """Drafts for these texts, by key. In rich text each stretch between two tags is translated for itself.

    Raises MachineError when there is no machine, when it fails, and when it gives something else than asked for.
    """
    translate = machine()
    if translate is None:
        raise MachineError("No machine is plugged in.")
    asked: list[str] = []

    def ask(texts: Sequence[str]) -> Sequence[str]:
        asked.extend(texts)
        return texts

    for unit in units:
        with_words(unit.source, unit.kind, ask)
    try:
        answers = list(translate(asked, source_code, target_code))
    except Exception as error:
        logger.exception("The machine that drafts translations failed.")
        raise MachineError(str(error)) from error
    if len(answers) != len(asked) or not all(isinstance(one, str) for one in answers):
        logger.error("The machine was asked for %d texts and gave something else.", len(asked))
        raise MachineError("Not as many texts as asked for.")
    left = iter(answers)
    return {
        unit.key: with_words(unit.source, unit.kind, lambda texts: [next(left) for _text in texts]) for unit in units
    }
