"""`make bench`: measures portals of its own and prints the figures. `ARGS="pages"` chooses parts by name."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from scripts.verify.engines import real_engines
from tests.benchmarks.certificates import certificates
from tests.benchmarks.database import own_database
from tests.benchmarks.enrolling import enrolling
from tests.benchmarks.growth import growth
from tests.benchmarks.importing import importing
from tests.benchmarks.indicators import indicators
from tests.benchmarks.instance import Portal
from tests.benchmarks.network import network
from tests.benchmarks.pages import speed, starting, weight
from tests.benchmarks.paint import paint
from tests.benchmarks.report import Report
from tests.benchmarks.search import BESIDE, search

PARTS = ("pages", "paint", "growth", "enrol", "import", "certificates", "indicators", "network", "search")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"{', '.join(PARTS)}; all unless given")
    parser.add_argument(
        "--documents", nargs="+", type=int, default=[10_000, 100_000], help="how many the search has to search"
    )
    parser.add_argument("--beside", nargs="*", choices=BESIDE, default=BESIDE, help="whom the search is compared with")
    parser.add_argument("--folder", type=Path, help="where the search keeps its portals, for the next run to use again")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no part: {', '.join(sorted(unknown))}")
    parts = options.parts or PARTS
    report = Report()
    with tempfile.TemporaryDirectory(prefix="continuum-bench-") as folder:
        portal = Portal(Path(folder) / "portal")
        if set(parts) - {"search"}:
            starting(portal, report)
        if "pages" in parts:
            with portal.server() as server:
                speed(server.address, report)
                weight(server.address, report)
        if "paint" in parts:
            with portal.server() as server:
                paint(server.address, report)
        if "growth" in parts:
            growth(portal, report)
        if "certificates" in parts:
            certificates(portal, report)
        if "network" in parts:
            network(portal, report)
        if {"enrol", "import", "indicators"} & set(parts):
            with _on_each_database(portal, report) as portals:
                if "enrol" in parts:
                    enrolling(portals, report)
                if "import" in parts:
                    importing(portals, report)
                if "indicators" in parts:
                    indicators(portals, report)
    if "search" in parts:
        with _kept_or_temporary(options.folder) as folder:
            search(options.documents, frozenset(options.beside), folder, report)


@contextmanager
def _on_each_database(portal: Portal, report: Report) -> Iterator[Mapping[str, Portal]]:
    """The portal with its SQLite, and one on PostgreSQL where that can be had."""
    with real_engines() as servers:
        if not (address := servers.get("DATABASE_URL", "")):
            report.say("There is no PostgreSQL here: it is left out.")
            yield {"SQLite": portal}
            return
        with own_database(address) as database:
            other = Portal(portal.folder.with_name("postgresql"), {"DATABASE_URL": database})
            other.prepare()
            yield {"SQLite": portal, "PostgreSQL": other}


def _kept_or_temporary(folder: Path | None) -> AbstractContextManager[Path | str]:
    return nullcontext(folder) if folder else tempfile.TemporaryDirectory(prefix="continuum-bench-")


if __name__ == "__main__":
    main()
