"""Making packs in the background."""

from __future__ import annotations

import logging

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from search.offline_pack.archive import TooLarge
from search.offline_pack.making import NothingLeft, make
from search.offline_pack.pack import OfflinePack, State, end_from_now

logger = logging.getLogger(__name__)


class _Superseded(Exception):
    """The pack was deleted, or its making was begun anew."""


@task()
def make_pack(pack_id: int, attempt: int) -> None:
    """Makes a pack that waits for this attempt, and says in its row how it went. Any other is left alone."""
    mine = OfflinePack.objects.filter(pk=pack_id, attempt=attempt)
    if not mine.filter(state=State.WAITING).update(state=State.MAKING, touched_at=timezone.now()):
        return

    def step(done: int, total: int) -> None:
        if not mine.update(done=done, total=total, touched_at=timezone.now()):
            raise _Superseded

    pack = mine.select_related("user").get()
    settings.OFFLINE_PACKS_DIR.mkdir(parents=True, exist_ok=True)
    unfinished = pack.path.with_suffix(f".{attempt}.part")
    try:
        made = make(pack, unfinished, step)
        # It may have been deleted, or begun anew, in the meantime.
        step(len(pack.documents) * len(pack.languages), len(pack.documents) * len(pack.languages))
        size = unfinished.stat().st_size
        unfinished.replace(pack.path)
    except _Superseded:
        return
    except NothingLeft:
        mine.update(state=State.EMPTY)
    except TooLarge:
        mine.update(state=State.TOO_LARGE)
    except Exception:
        # Whoever waits is told, and can start again; what went wrong is for the log.
        logger.exception("An offline pack could not be made")
        mine.update(state=State.FAILED)
    else:
        mine.update(state=State.READY, left_out=made.left_out, size=size, held=made.held, expires_at=end_from_now())
    finally:
        unfinished.unlink(missing_ok=True)
