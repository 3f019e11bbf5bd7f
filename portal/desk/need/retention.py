"""How long counts of reads are kept: as long as they say what is needed now."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from portal.desk.models import ReadCount


def trim() -> int:
    """Deletes what is older than READ_COUNT_DAYS; returns how many rows went. With 0 everything goes."""
    oldest = timezone.localdate() - timedelta(days=settings.READ_COUNT_DAYS)
    number, _by_model = ReadCount.objects.filter(day__lte=oldest).delete()
    return number
