"""Making packs in the background."""

from __future__ import annotations

import logging

from django.conf import settings
from django_tasks import task

from portal.core.long_work import Attempt, Superseded
from search.offline_pack.archive import TooLarge
from search.offline_pack.making import NothingLeft, make
from search.offline_pack.pack import OfflinePack, State, end_from_now

logger = logging.getLogger(__name__)


@task()
def make_pack(pack_id: int, attempt: int) -> None:
    """Makes a pack that waits for this attempt, and says in its row how it went. Any other is left alone."""
    mine = Attempt(OfflinePack, pack_id, attempt)
    if not mine.take_up():
        return
    pack = OfflinePack.objects.select_related("user").get(pk=pack_id)
    settings.OFFLINE_PACKS_DIR.mkdir(parents=True, exist_ok=True)
    unfinished = pack.path.with_suffix(f".{attempt}.part")
    try:
        made = make(pack, unfinished, mine.step)
        # It may have been deleted, or begun anew, in the meantime.
        mine.step(len(pack.documents) * len(pack.languages), len(pack.documents) * len(pack.languages))
        size = unfinished.stat().st_size
        unfinished.replace(pack.path)
    except Superseded:
        return
    except NothingLeft:
        mine.rows.update(state=State.EMPTY)
    except TooLarge:
        mine.rows.update(state=State.TOO_LARGE)
    except Exception:
        # Whoever waits is told, and can start again; what went wrong is for the log.
        logger.exception("An offline pack could not be made")
        mine.rows.update(state=State.FAILED)
    else:
        mine.rows.update(
            state=State.READY, left_out=made.left_out, size=size, held=made.held, expires_at=end_from_now()
        )
    finally:
        unfinished.unlink(missing_ok=True)
