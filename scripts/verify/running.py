"""Running one command of the check where the repository is, with a known environment."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
REPORTS = REPOSITORY / "var" / "test-results"


def announce(title: str) -> None:
    """Say what comes next, so that a long log can be read."""
    print(f"\n=== {title}", flush=True)


def run(title: str, command: Sequence[str], changes: Mapping[str, str]) -> tuple[int, float]:
    """Say what comes, run a command to its end; return its exit status and the seconds it took.

    It sees this environment with `changes`. The choice of settings is not inherited: a shell that is set up for
    something else must not change what is checked.
    """
    announce(title)
    began = time.monotonic()
    status = subprocess.run(
        command, cwd=REPOSITORY, env=_environment(changes), stdin=subprocess.DEVNULL, check=False
    ).returncode
    return status, time.monotonic() - began


def run_and_tell(title: str, command: Sequence[str], changes: Mapping[str, str]) -> tuple[int, float]:
    """As `run`, but what the command says is printed below its title when it has ended: others may run beside it."""
    began = time.monotonic()
    ended = subprocess.run(
        command,
        cwd=REPOSITORY,
        env=_environment(changes),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    print(f"\n=== {title}\n{ended.stdout}", end="", flush=True)
    return ended.returncode, time.monotonic() - began


def _environment(changes: Mapping[str, str]) -> dict[str, str]:
    return {**{name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}, **changes}


def python(*arguments: str) -> list[str]:
    """A command for the interpreter that runs this check, and so for its environment."""
    return [sys.executable, *arguments]
