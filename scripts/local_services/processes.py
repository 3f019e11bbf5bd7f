"""Processes that were started here, recognised later even if another has their number since."""

import json
import os
import signal
import time
from dataclasses import asdict, dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True)
class ProcessIdentity:
    """A process: its number, when it began (clock ticks after the machine started) and which start that was.

    The number alone is not enough, because the system gives it to others later.
    """

    pid: int
    began: int
    boot: str


def identity_of(pid: int) -> ProcessIdentity | None:
    """The identity of the running process `pid`; None when it has ended, reaped or not."""
    try:
        status = (PROC / str(pid) / "stat").read_text()
        boot = (PROC / "sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return None
    # The second field is the name in brackets and may hold spaces and brackets itself: see proc(5).
    fields = status[status.rindex(")") + 2 :].split()
    state, began = fields[0], int(fields[19])
    if state in "ZX":
        return None
    return ProcessIdentity(pid=pid, began=began, boot=boot)


def is_running(identity: ProcessIdentity) -> bool:
    """Whether this very process still runs."""
    return identity_of(identity.pid) == identity


def end(identity: ProcessIdentity, patience: float, ask_with: signal.Signals = signal.SIGTERM) -> None:
    """Ask the process to end; after `patience` seconds end it and its group by force. Touches no other."""
    if not is_running(identity):
        return
    _send(identity, ask_with)
    if wait_until_gone(identity, patience):
        return
    # It was started as the leader of its own group, so the group holds its children and nobody else.
    if os.getpgid(identity.pid) == identity.pid:
        os.killpg(identity.pid, signal.SIGKILL)
    else:
        _send(identity, signal.SIGKILL)
    wait_until_gone(identity, 10)


def kill(identity: ProcessIdentity) -> None:
    """End the process and its group by force, without asking. Touches no other."""
    if is_running(identity):
        os.killpg(identity.pid, signal.SIGKILL)
        wait_until_gone(identity, 10)


def wait_until_gone(identity: ProcessIdentity, seconds: float) -> bool:
    """Wait at most `seconds` for the process to be gone; tell whether it is."""
    deadline = time.monotonic() + seconds
    while is_running(identity):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def write_identity(path: Path, identity: ProcessIdentity) -> None:
    """Keep the identity in a file, which appears whole or not at all."""
    unfinished = path.with_suffix(".new")
    unfinished.write_text(json.dumps(asdict(identity)))
    unfinished.replace(path)


def read_identity(path: Path) -> ProcessIdentity | None:
    """The identity kept in a file; None when there is no file or it does not hold one."""
    try:
        return ProcessIdentity(**json.loads(path.read_text()))
    except (OSError, ValueError, TypeError):
        return None


def _send(identity: ProcessIdentity, signal_number: signal.Signals) -> None:
    try:
        os.kill(identity.pid, signal_number)
    except ProcessLookupError:
        return
