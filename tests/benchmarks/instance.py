"""A portal of its own for measuring: data in a temporary folder, server on a free loopback port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def environment(var_dir: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "ELASTICSEARCH_URL"}}
    return {**kept, "VAR_DIR": str(var_dir), "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings"}


def prepare(var_dir: Path) -> float:
    """Runs `manage.py prepare`; answers with the seconds it took."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "manage.py", "prepare"], cwd=ROOT, env=environment(var_dir), check=True, capture_output=True
    )
    return time.perf_counter() - began


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(var_dir: Path) -> Iterator[str]:
    """Serves the portal as `make run` does; yields its address once it answers."""
    port = free_port()
    command = ["-m", "gunicorn", "portal.wsgi", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"]
    process = subprocess.Popen(
        [sys.executable, *command, "--threads", "8", "--log-level", "error", "--no-control-socket"],
        cwd=ROOT,
        env=environment(var_dir),
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/healthz")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


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
