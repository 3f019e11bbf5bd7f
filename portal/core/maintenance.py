"""Is the portal being worked on? A file says so, because the database may be away just then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime

#: Seconds after which to ask again where nobody said how long it takes, or it takes longer than was said.
_LATER = 600

#: Below `settings.MAINTENANCE_DIR`.
_NAME = "notice"


@dataclass(frozen=True, slots=True)
class Maintenance:
    """`until` is when it is expected to be over, None where nobody knows."""

    until: datetime | None

    def seconds_left(self) -> int:
        """How long to wait before asking again; never less than a minute."""
        left = self.until - timezone.now() if self.until else timedelta()
        return max(60, int(left.total_seconds())) if left > timedelta() else _LATER


def maintenance() -> Maintenance | None:
    """None while nobody works on the portal: one look at the file system, for every request."""
    try:
        written = _file().read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return Maintenance(parse_datetime(written.strip()) if written.strip() else None)


def begin_maintenance(until: datetime | None) -> None:
    """From now on, or, if it has begun, with another end."""
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True)
    # Whoever asks meanwhile reads the old file or the new one, never half of one.
    beginning = file.with_suffix(".new")
    beginning.write_text(until.isoformat() if until else "", encoding="utf-8")
    beginning.replace(file)


def end_maintenance() -> None:
    _file().unlink(missing_ok=True)


def _file() -> Path:
    return Path(settings.MAINTENANCE_DIR) / _NAME
