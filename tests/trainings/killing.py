"""Work that is killed in the middle, as when a machine stops: no code of it comes to handle that."""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Callable
from itertools import count

from django.db import connections
from django.db.models import Model
from django.db.models.signals import post_save


def killed(work: Callable[[], object], *, at: type[Model], number: int) -> None:
    """Does the work in a process of its own, which is killed when this row of a model is written, with whatever the
    transaction wrote before.
    """
    # No two processes have one connection.
    connections.close_all()
    with warnings.catch_warnings():
        # Other threads of the tests hold nothing that the work needs.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        _work_until_killed(work, at, number)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL


def _work_until_killed(work: Callable[[], object], at: type[Model], number: int) -> None:
    written = count(1)

    def kill(**values: object) -> None:
        if next(written) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    post_save.connect(kill, sender=at, weak=False)
    try:
        work()
    finally:
        # Whatever happens: the tests go on in one process only.
        os._exit(1)
