"""A row of a starter file: the checksum of its values, and what is raised when it cannot be used."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import models


class BrokenRow(Exception):
    """A row of a starter file that cannot be used; the message says why."""


def fingerprint(values: Mapping[str, Any]) -> str:
    """A checksum of field values, the same on every machine."""

    def plain(value: Any) -> Any:
        if isinstance(value, models.Model):
            return str(value.pk)
        if isinstance(value, (date, datetime)):
            return value.isoformat()
        if isinstance(value, (list, tuple, set)):
            return sorted(map(str, map(plain, value)))
        return value if isinstance(value, (int, str, bool, type(None), dict)) else str(value)

    text = json.dumps({name: plain(value) for name, value in values.items()}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
