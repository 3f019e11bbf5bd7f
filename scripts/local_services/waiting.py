"""Waiting for a server to be ready, with an end to one's patience."""

import time
from collections.abc import Callable
from pathlib import Path

from scripts.local_services.errors import ServiceUnavailable
from scripts.local_services.processes import ProcessIdentity, end, is_running


def wait_until_ready(name: str, ready: Callable[[], bool], process: ProcessIdentity, seconds: float, log: Path) -> None:
    """Ask `ready` ten times a second until it says yes.

    Raises ServiceUnavailable with the end of the server's log when the process ends or the time is up; a
    process that is not ready in time is ended, so that nothing half-started stays behind.
    """
    deadline = time.monotonic() + seconds
    while not ready():
        if not is_running(process):
            raise ServiceUnavailable(f"{name} ended while starting. The end of {log}:\n{_end_of(log)}")
        if time.monotonic() > deadline:
            end(process, patience=10)
            raise ServiceUnavailable(f"{name} was not ready in {seconds:.0f} s. The end of {log}:\n{_end_of(log)}")
        time.sleep(0.1)


def _end_of(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    return "\n".join(lines[-25:])
