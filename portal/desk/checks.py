"""What would fail only when a translator needs it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from portal.desk.machine import machine


@register()
def machine_can_be_called(**kwargs: Any) -> list[CheckMessage]:
    path = settings.MACHINE_TRANSLATION
    try:
        found = machine()
    except ImportError as error:
        return [Error(f"MACHINE_TRANSLATION names {path}, which cannot be imported: {error}", id="desk.E001")]
    if found is not None and not callable(found):
        return [Error(f"MACHINE_TRANSLATION names {path}, which cannot be called.", id="desk.E002")]
    return []
