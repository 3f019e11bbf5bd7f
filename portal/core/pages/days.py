"""Days of a page."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone


def updated_on(page: Any) -> date | None:
    """The day of the last publication, or of the latest draft of what was never published."""
    moment = page.last_published_at or page.latest_revision_created_at
    return timezone.localdate(moment) if moment else None
