"""`python -m scripts.verify`: the full check; with `--static`, the static checks alone."""

import argparse
import os
import sys

from scripts.verify.checks import all_checks, run_checks, static_checks
from scripts.verify.engines import real_engines
from scripts.verify.outcomes import summary
from scripts.verify.running import REPORTS, announce
from scripts.verify.suites import on_clusters_and_in_a_browser, on_each_engine


def main() -> int:
    """Run everything and tell the result; return 0 if all is well, otherwise 1."""
    parser = argparse.ArgumentParser(prog="python -m scripts.verify", description=__doc__)
    parser.add_argument("--static", action="store_true", help="only what needs no running of tests")
    parser.add_argument("--processes", type=int, default=2, help="checks or tests at the same time (2 unless given)")
    options = parser.parse_args()

    if options.static:
        outcomes = run_checks(static_checks(), options.processes)
    else:
        announce("servers for tests on PostgreSQL and Elasticsearch")
        with real_engines() as servers:
            outcomes = run_checks(all_checks(servers), options.processes)
            outcomes += on_each_engine(servers, options.processes)
        outcomes += on_clusters_and_in_a_browser(options.processes)
    announce("result")
    lines, well = summary(outcomes, strict=os.environ.get("CI", "").lower() in {"1", "true", "yes"})
    print("\n".join(lines), flush=True)
    REPORTS.mkdir(parents=True, exist_ok=True)
    (REPORTS / "summary.txt").write_text("\n".join(lines) + "\n")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
