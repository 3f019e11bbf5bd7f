"""Background work in a thread of this process, where no worker runs: whoever asked for it gets an answer at once."""

from __future__ import annotations

import threading
from typing import Any

from django.db import connections, transaction
from django_tasks.backends.immediate import ImmediateBackend


class ThreadBackend(ImmediateBackend):
    """Begins a task after the commit, in a thread of its own; one task at a time in each process.

    A task that is cut off, as by a restart, is not begun again: what uses this notices by itself that nothing happens.
    """

    def __init__(self, alias: str, params: dict[str, Any]) -> None:
        super().__init__(alias, params)
        self._turn = threading.Lock()

    def _execute_task(self, task_result: Any) -> None:
        # A daemon: whoever stops the portal does not wait for it.
        thread = threading.Thread(target=self._wait_and_execute, args=[task_result], name=task_result.id, daemon=True)
        transaction.on_commit(thread.start)

    def _wait_and_execute(self, task_result: Any) -> None:
        try:
            with self._turn:
                super()._execute_task(task_result)
        finally:
            # A thread has connections of its own, and nobody else closes them.
            connections.close_all()
