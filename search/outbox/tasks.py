"""Applying the outbox in the background."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.core.cache import cache
from django.utils import timezone
from django_tasks import task

from search.engines.base import EngineError, IndexMissing
from search.outbox.drain import drain

logger = logging.getLogger(__name__)

#: Until an engine that is away is tried again.
_AGAIN = timedelta(seconds=30)

#: Set while somebody is going to try: many changes during an outage make one try, not as many.
_IS_GOING_TO = "search:outbox-again"


@task()
def apply_outbox() -> None:
    """Applies what waits. Nobody's work fails because the engine does: then the entries wait.

    Where a worker runs, it tries again by itself; elsewhere the next change does, or `search_index drain`.
    """
    try:
        drain()
    except IndexMissing:
        logger.debug("There is no search index yet; building it will cover what waits in the outbox.")
    except EngineError as error:
        logger.warning("The search index was not updated, the changes wait in the outbox: %s", error)
        _try_again_later()


def _try_again_later() -> None:
    if not apply_outbox.get_backend().supports_defer:
        return
    # A little less than the time it takes, so that the try itself finds it expired.
    if cache.add(_IS_GOING_TO, True, _AGAIN.seconds - 5):
        apply_outbox.using(run_after=timezone.now() + _AGAIN).enqueue()
