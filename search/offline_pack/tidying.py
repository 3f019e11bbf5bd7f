"""Packs that nobody can download any more are deleted, rows and files."""

from __future__ import annotations

import time

from django.conf import settings
from django.utils import timezone

from search.offline_pack.pack import KEPT, OfflinePack


def tidy() -> int:
    """Deletes what is over, and files that no row speaks of; returns how many packs it were."""
    over = list(OfflinePack.objects.filter(expires_at__lte=timezone.now()))
    for pack in over:
        pack.delete()
    kept = {pack.path.name for pack in OfflinePack.objects.only("key")}
    folder = settings.OFFLINE_PACKS_DIR
    # A file that is younger may belong to a row that is being written.
    oldest = time.time() - KEPT.total_seconds()
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in kept and path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
    return len(over)
