"""The command line: start, stop, status, env."""

import argparse
import fcntl
import os
import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from scripts.local_services import elasticsearch, postgresql
from scripts.local_services.errors import ServiceUnavailable
from scripts.local_services.places import STATE, delete_everything

SERVICES = {"postgresql": postgresql, "elasticsearch": elasticsearch}


def parser() -> argparse.ArgumentParser:
    """What the command line understands."""
    top = argparse.ArgumentParser(
        prog="scripts/services", description="A real PostgreSQL and a real Elasticsearch for tests."
    )
    commands = top.add_subparsers(dest="command", required=True)
    start = commands.add_parser("start", help="install where possible, start, wait until they answer")
    stop = commands.add_parser("stop", help="stop what start started")
    commands.add_parser("status", help="say what runs; the exit status is 1 if not both do")
    commands.add_parser("env", help='print the variables for a shell: eval "$(scripts/services env)"')
    for command in (start, stop):
        command.add_argument("--only", choices=SERVICES, help="this service alone")
    kind = start.add_mutually_exclusive_group()
    kind.add_argument("--nodes", type=_node_count, help="Elasticsearch nodes (1 unless given)")
    kind.add_argument("--secured", action="store_true", help="one Elasticsearch node with TLS that asks for a key")
    stop.add_argument("--delete-data", action="store_true", help="stop both and delete all their files")
    return top


def export_lines(variables: dict[str, str]) -> str:
    """Lines that make a POSIX shell export the variables, whatever their values contain."""
    return "".join(f"export {name}={shlex.quote(value)}\n" for name, value in variables.items())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status: 0 if everything asked for is so, otherwise 1."""
    options = parser().parse_args(arguments)
    # The servers run as somebody else, who must be able to read what is written here for them.
    os.umask(0o022)
    with _one_at_a_time():
        if options.command == "start":
            return _start(options.only, options.nodes, options.secured)
        if options.command == "stop":
            return _stop(None if options.delete_data else options.only, options.delete_data)
        if options.command == "status":
            return _status()
        return _env()


def _start(only: str | None, nodes: int | None, secured: bool) -> int:
    missing = 0
    for name in _chosen(only):
        try:
            if name == elasticsearch.NAME:
                elasticsearch.start(nodes, secured)
            else:
                postgresql.start()
        except ServiceUnavailable as reason:
            missing += 1
            print(f"{name} CANNOT BE HAD: {reason}", file=sys.stderr, flush=True)
    return 1 if missing else 0


def _stop(only: str | None, delete_data: bool) -> int:
    for name in _chosen(only):
        SERVICES[name].stop()
    if delete_data:
        elasticsearch.stop_every_cluster()
        delete_everything()
    return 0


def _status() -> int:
    for name, service in SERVICES.items():
        print(f"{name}: {service.status()}")
    return 0 if all(service.variables() for service in SERVICES.values()) else 1


def _env() -> int:
    for service in SERVICES.values():
        sys.stdout.write(export_lines(service.variables()))
    return 0


def _chosen(only: str | None) -> list[str]:
    return [only] if only else list(SERVICES)


def _node_count(text: str) -> int:
    count = int(text)
    if not 1 <= count <= 9:
        raise argparse.ArgumentTypeError("between 1 and 9")
    return count


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    # Two starts at once would make two clusters in one folder; the second waits and finds all running.
    STATE.mkdir(parents=True, exist_ok=True)
    with (STATE.parent / "services.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
