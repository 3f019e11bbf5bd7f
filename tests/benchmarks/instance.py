"""A portal of its own for measuring: data in a temporary folder, server on a free loopback port."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Portal:
    """A portal with its data in a folder. `servers` are the variables that name the servers it uses, if it uses any."""

    folder: Path
    servers: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "ELASTICSEARCH_URL"}}
        own = {"VAR_DIR": str(self.folder), "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings"}
        return {**kept, **own, **self.servers}

    def prepare(self) -> float:
        """Runs `manage.py prepare`; returns the seconds it took."""
        began = time.perf_counter()
        self._run("manage.py", "prepare")
        return time.perf_counter() - began

    def inside(self, module: str, *arguments: str) -> Any:
        """Runs a module of this package in the portal, in a process of its own; returns what it answers as JSON."""
        answer = self._run("-m", f"tests.benchmarks.{module}", *arguments)
        return json.loads(answer) if answer else None

    @contextmanager
    def server(self) -> Iterator[Server]:
        """Serves the portal as `make run` does, from when it answers."""
        port = free_port()
        command = ["-m", "gunicorn", "portal.wsgi", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"]
        # On a busy machine somebody who asks in turn comes back later than after the two seconds that are usual.
        command += ["--keep-alive", "120"]
        process = subprocess.Popen(
            [sys.executable, *command, "--threads", "8", "--log-level", "error", "--no-control-socket"],
            cwd=ROOT,
            env=self.environment,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/healthz")
            yield Server(address, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=30)

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=self.environment, check=True, stdout=subprocess.PIPE, text=True
        )
        return done.stdout


@dataclass(frozen=True, slots=True)
class Memory:
    """MB: `resident` is all that a process has in memory, `own` that without the pages of mapped files."""

    resident: float
    own: float


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs; `process` is the number of its first process, which started the worker."""

    address: str
    process: int

    def memory(self) -> Memory:
        """What the worker occupies."""
        return memory_of(self._worker)

    def processor(self) -> float:
        """Milliseconds for which the worker has had a processor, with all its threads."""
        nanoseconds = (file.read_text().split()[0] for file in Path(f"/proc/{self._worker}/task").glob("*/schedstat"))
        return sum(map(int, nanoseconds)) / 1e6

    @property
    def _worker(self) -> str:
        (worker,) = Path(f"/proc/{self.process}/task/{self.process}/children").read_text().split()
        return worker


def memory_of(process: str) -> Memory:
    """What the process with this number occupies; "self" is the one that asks."""
    rows = (line.split() for line in Path(f"/proc/{process}/status").read_text().splitlines())
    kilobytes = {row[0]: int(row[1]) for row in rows if row[0] in {"VmRSS:", "RssAnon:"}}
    return Memory(kilobytes["VmRSS:"] / 1024, kilobytes["RssAnon:"] / 1024)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
