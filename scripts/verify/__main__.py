"""`python -m scripts.verify`: the full check; with `--static`, the static checks alone."""

import argparse
import os
import sys

from scripts.verify.checks import run_checks
from scripts.verify.outcomes import summary
from scripts.verify.running import REPORTS, announce
from scripts.verify.suites import run_suites


def main() -> int:
    """Run everything and tell the result; return 0 if all is well, otherwise 1."""
    parser = argparse.ArgumentParser(prog="python -m scripts.verify", description=__doc__)
    parser.add_argument("--static", action="store_true", help="only what needs no running of tests")
    parser.add_argument("--processes", default="2", help="tests that run at the same time (2 unless given)")
    options = parser.parse_args()

    outcomes = run_checks()
    if not options.static:
        outcomes += run_suites(options.processes)
    announce("result")
    lines, well = summary(outcomes, strict=os.environ.get("CI", "").lower() in {"1", "true", "yes"})
    print("\n".join(lines), flush=True)
    REPORTS.mkdir(parents=True, exist_ok=True)
    (REPORTS / "summary.txt").write_text("\n".join(lines) + "\n")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
