"""The search of the product beside others that the same portal could have, with the same documents and questions."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from scripts.verify.engines import real_engines
from tests.benchmarks.database import own_database
from tests.benchmarks.instance import ROOT, Portal, Server
from tests.benchmarks.load import Reader
from tests.benchmarks.measures import p50, p95
from tests.benchmarks.report import Report
from tests.benchmarks.search_questions import LONGEST, OF_EACH_KIND, Asked, Kind, questions

#: What the search can be compared with: Wagtail's own on SQLite and on PostgreSQL, and Elasticsearch.
BESIDE = ("sqlite", "postgresql", "elasticsearch")

#: How often all questions are asked, besides a first time to warm up.
ROUNDS = 3

#: Seconds of answers after which nobody is asked another question of that kind: what is known by then is enough to see
#: how slow they are. So every run comes to its end.
_BUDGET = 30.0

TANTIVY = "tantivy"
ELASTICSEARCH = "Elasticsearch"
PLAIN = "Elasticsearch, standard"
WAGTAIL = "Wagtail, SQLite"
WAGTAIL_POSTGRESQL = "Wagtail, PostgreSQL"
PAGE = "the page, tantivy"

#: How much faster tantivy is to be than Wagtail's search, and how much longer than the engine the page may take.
_FASTER, _PAGE_AT_MOST = 10, 3


class Taken(NamedTuple):
    """Milliseconds by the clock, and of processor time; that is None where servers do the work.

    `whole` is false when it was broken off: it would have taken longer.
    """

    clock: float
    processor: float | None
    whole: bool = True


Times = Mapping[str, Mapping[Kind, Sequence[Taken]]]


@dataclass(frozen=True, slots=True)
class Contestant:
    """A search, asked through `tests.benchmarks.search_<module>`; `index` is what makes its index in the portal."""

    name: str
    portal: Portal
    module: str
    index: str


def search(sizes: Sequence[int], beside: Collection[str], folder: Path | str, report: Report) -> None:
    """Measures with so many documents, from few to many; what is in the folder from a run before is used again."""
    with ExitStack() as stack:
        servers = stack.enter_context(real_engines()) if {"postgresql", "elasticsearch"} & set(beside) else {}
        contestants = stack.enter_context(_contestants(Path(folder).resolve(), beside, servers, report))
        for size in sorted(sizes):
            _measure(size, contestants, report)


@contextmanager
def _contestants(
    folder: Path, beside: Collection[str], servers: Mapping[str, str], report: Report
) -> Iterator[list[Contestant]]:
    """Those that are wanted and can be had here, each in a prepared portal; nothing is left in a server afterwards."""
    with ExitStack() as stack:
        own = Portal(folder / "own")
        if not own.folder.exists():
            # What a run before has filled is prepared: to look through all of it again takes minutes.
            own.prepare()
        found = [Contestant(TANTIVY, own, "product", "index")]
        if "sqlite" in beside:
            found.append(Contestant(WAGTAIL, own, "wagtail", "wagtail"))
        left_out = [one for one in BESIDE if one not in beside]
        if left_out:
            report.say(f"Left out, as asked for: {', '.join(left_out)}.")
        address = servers.get("ELASTICSEARCH_URL", "")
        if "elasticsearch" in beside and address:
            cluster = {"ELASTICSEARCH_URL": address, "ELASTICSEARCH_SECONDS": "60"}
            clustered = Portal(own.folder, {**cluster, "ELASTICSEARCH_INDEX_PREFIX": f"bench-{secrets.token_hex(4)}"})
            stack.callback(clustered.inside, "search_inside", "remove")
            found.append(Contestant(ELASTICSEARCH, clustered, "product", "index"))
            found.append(Contestant(PLAIN, clustered, "plain", "plain"))
        elif "elasticsearch" in beside:
            report.say("There is no Elasticsearch here: it is left out.")
        database = servers.get("DATABASE_URL", "")
        if "postgresql" in beside and database:
            on_postgresql = Portal(folder / "postgresql", {"DATABASE_URL": stack.enter_context(own_database(database))})
            on_postgresql.prepare()
            found.append(Contestant(WAGTAIL_POSTGRESQL, on_postgresql, "wagtail", "wagtail"))
        elif "postgresql" in beside:
            report.say("There is no PostgreSQL here: it is left out.")
        yield found


def _measure(size: int, contestants: Sequence[Contestant], report: Report) -> None:
    # Some share a folder, and so the database in it.
    for portal in {one.portal.folder: one.portal for one in reversed(contestants)}.values():
        present = portal.inside("search_inside", "practices", str(size))
        if present > size:
            report.say(f"{size:,} documents are left out: there are {present:,} already.")
            return
    report.say(f"Search in {size:,} documents of about 220 words, each in one of six languages; {_load()}")
    report.say("  index                      seconds  processor      MB")
    for one in contestants:
        made = _indexed(one, size)
        room = f"{made['bytes'] / 1e6:8.0f}" if "bytes" in made else ""
        report.say(f"  {one.name:24} {made['seconds']:9.0f} {made['processor']:10.0f}{room}")
    own = contestants[0].portal
    tables = own.inside("search_inside", "tables")
    report.say(
        f"  the tables of all languages are {tables['files']:.1f} MB of files; "
        f"they add {tables['resident']:.1f} MB to a process ({tables['own']:.1f} without mapped files)"
    )
    with own.server() as server, ExitStack() as stack:
        askers = {one.name: stack.enter_context(_asker(one)) for one in contestants}
        _memory(server, report)
        times = _asked_in_turn(server, askers, report)
        report.say()
        _tell(times, report)
        shown = own.inside("search_inside", "publish", server.address)
    report.say(
        f"  publishing a page takes {shown['publishing']:.0f} ms; {shown['showing']:.0f} ms later a search shows it"
    )
    report.say(f"  At the end: {_load()}")
    report.say()


def _load() -> str:
    """How busy the machine has been."""
    return f"load of the last minutes {os.getloadavg()[1]:.1f} on {os.cpu_count()} cores"


def _indexed(contestant: Contestant, size: int) -> dict[str, Any]:
    """Makes its index and keeps what that took in the folder, from where it is read when both are there already."""
    kept = contestant.portal.folder / f"{contestant.index}-{size}.json"
    if contestant.portal.servers:
        # What is in a server is gone after each run.
        return dict(contestant.portal.inside("search_inside", contestant.index))
    if not kept.exists():
        kept.write_text(json.dumps(contestant.portal.inside("search_inside", contestant.index)), encoding="utf-8")
    return dict(json.loads(kept.read_text(encoding="utf-8")))


def _memory(server: Server, report: Report) -> None:
    """Asks each question once, so that what follows finds everything warm."""
    before = server.memory()
    reader = Reader(server.address)
    for asked in questions():
        reader.get(_path(asked))
    after = server.memory()
    report.say(
        f"  a worker occupies {before.resident:.0f} MB before its first search and {after.resident:.0f} MB after "
        f"{len(questions())} (without mapped files {before.own:.0f} and {after.own:.0f})"
    )


def _asked_in_turn(server: Server, askers: Mapping[str, _Asker], report: Report) -> Times:
    """Each question goes to all before the next one, so that a slow moment of the machine touches all.

    The first round warms up and does not count, unless it is the only one that was gone through.
    """

    def page(asked: Asked) -> Taken:
        before = server.processor()
        # With a new connection each: the server closes one that is idle for long.
        clock = Reader(server.address).milliseconds(_path(asked))
        return Taken(clock, server.processor() - before)

    asking = {**{name: asker.taken for name, asker in askers.items()}, PAGE: page}
    taken: dict[str, dict[Kind, list[Taken]]] = {name: {kind: [] for kind in Kind} for name in asking}
    for _ in range(ROUNDS + 1):
        for asked in questions():
            for name, ask in asking.items():
                of_kind = taken[name][asked.kind]
                if sum(one.clock for one in of_kind) <= _BUDGET * 1000:
                    of_kind.append(ask(asked))
    times = {name: {kind: _counted(of_kind) for kind, of_kind in of.items()} for name, of in taken.items()}
    for name, of in times.items():
        if any(
            len(counted) < ROUNDS * OF_EACH_KIND or not all(one.whole for one in counted) for counted in of.values()
        ):
            report.say(
                f"  {name}: answers counted, of {ROUNDS * OF_EACH_KIND}: {', '.join(map(_how_many, of, of.values()))}"
            )
    return times


def _counted(of_kind: list[Taken]) -> list[Taken]:
    """Without those of the first round, if another one was gone through as well."""
    return of_kind[OF_EACH_KIND:] if len(of_kind) >= 2 * OF_EACH_KIND else of_kind


def _how_many(kind: Kind, counted: Sequence[Taken]) -> str:
    broken_off = sum(not one.whole for one in counted)
    return f"{kind.value} {len(counted)}" + (f" ({broken_off} broken off after {LONGEST:.0f} s)" if broken_off else "")


class _Asker:
    """A process that asks for a contestant, see tests.benchmarks.search_asker."""

    def __init__(self, process: subprocess.Popen[str], by_servers: bool) -> None:
        self._process = process
        self._by_servers = by_servers

    def taken(self, asked: Asked) -> Taken:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{json.dumps(asdict(asked))}\n")
        self._process.stdin.flush()
        answer = json.loads(self.line())
        processor = None if self._by_servers else answer["processor"]
        return Taken(answer["milliseconds"], processor, whole=answer["total"] is not None)

    def line(self) -> str:
        """Raises RuntimeError when the process has ended."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._process.args} ended with {self._process.wait()}.")
        return line


@contextmanager
def _asker(contestant: Contestant) -> Iterator[_Asker]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.search_asker", contestant.module],
        cwd=ROOT,
        env=contestant.portal.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            asker = _Asker(process, bool(contestant.portal.servers))
            asker.line()
            yield asker
        finally:
            process.terminate()


def _path(asked: Asked) -> str:
    place = "suggestions/" if asked.kind == Kind.BEGINNING else ""
    return f"/{asked.language}/library/{place}?q={quote(asked.typed)}"


def _tell(times: Times, report: Report) -> None:
    clock = {name: {kind: [one.clock for one in all_] for kind, all_ in of.items()} for name, of in times.items()}
    _table("by the clock", clock, report)
    # On a busy machine the clock says how long a process waited for its turn.
    _table(
        "processor time",
        {
            name: {kind: [one.processor for one in all_ if one.processor is not None] for kind, all_ in of.items()}
            for name, of in times.items()
            if all(one.processor is not None for all_ in of.values() for one in all_)
        },
        report,
    )
    report.say(f"  ({WAGTAIL}: p95 is to be at least {_FASTER} times; {PAGE}: at most {_PAGE_AT_MOST})")


def _table(of_what: str, times: Mapping[str, Mapping[Kind, Sequence[float]]], report: Report) -> None:
    kinds = "".join(f"{kind.value:>20}" for kind in Kind)
    report.say(f"  {f'{of_what}, ms, p50 / p95':32}{kinds}")
    for name, of in times.items():
        report.say(f"  {name:32}" + "".join(_half_and_most(of[kind]) for kind in Kind))
    report.say(f"  {'times as long as tantivy':32}{kinds}")
    for name in [one for one in times if one != TANTIVY]:
        report.say(f"  {name:32}" + "".join(_ratios(times[name][kind], times[TANTIVY][kind]) for kind in Kind))
    report.say()


def _ratios(times: Sequence[float], others: Sequence[float]) -> str:
    return f"{p50(times) / p50(others):10.1f} /{p95(times) / p95(others):8.1f}" if times else f"{'not asked':>20}"


def _half_and_most(times: Sequence[float]) -> str:
    return f"{p50(times):10.1f} /{p95(times):8.1f}" if times else f"{'not asked':>20}"
