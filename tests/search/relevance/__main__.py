"""`make relevance`: how well the starter content is found, by class of query and by language of the reader."""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Callable, Sequence

import django
from django.conf import settings
from django.core.management import call_command

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.search.relevance.settings"
django.setup()

from portal.core.languages.catalogue import BY_CODE  # noqa: E402
from search.engines.temporary import ENGINES, temporary_engine  # noqa: E402
from tests.search.relevance.content import load_library  # noqa: E402
from tests.search.relevance.judgements import CLASSES, judged_queries  # noqa: E402
from tests.search.relevance.ranking import Answer, answers, mean_gain, mean_reciprocal_rank  # noqa: E402


def say(line: str = "") -> None:
    print(line, flush=True)  # noqa: T201


def prepare() -> None:
    """Makes the database with the starter content, unless it was made before from the same files."""
    folder = settings.CONTENT_DIR
    stamp = folder / "prepared"
    if stamp.exists():
        return
    say("Preparing the starter content ...")
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True)
    call_command("migrate", interactive=False, verbosity=0)
    load_library()
    stamp.touch()


def show_figures(name: str, some: Sequence[Answer]) -> None:
    say(f"\n{name:20} queries  nDCG@10      MRR")
    show_groups(some, CLASSES, lambda answer: answer.query.kind)
    say()
    show_groups(some, tuple(BY_CODE), lambda answer: answer.query.reader.code)
    say()
    show_line("all", some)


def show_groups(some: Sequence[Answer], names: Sequence[str], of: Callable[[Answer], str]) -> None:
    for name in names:
        show_line(name, [answer for answer in some if of(answer) == name])


def show_line(name: str, some: Sequence[Answer]) -> None:
    say(f"{name:20} {len(some):7}  {mean_gain(some):7.3f}  {mean_reciprocal_rank(some):7.3f}")


def show_worst(some: Sequence[Answer], kind: str) -> None:
    """Queries of a class that are not answered best, the worst first: what was expected and what was found."""
    failed = [answer for answer in some if answer.query.kind == kind and answer.gain < 1]
    for answer in sorted(failed, key=lambda one: one.gain):
        query = answer.query
        say(f"\n{answer.gain:.3f}  {query.identifier}: {query.text}")
        for key, grade in query.relevant.items():
            place = answer.found.index(key) + 1 if key in answer.found else "-"
            say(f"       {grade}  found at {place}: {key}")
        for key in answer.found[: len(query.relevant) + 2]:
            if key not in query.relevant:
                say(f"       0  found at {answer.found.index(key) + 1}: {key}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make relevance", description=__doc__)
    parser.add_argument("--show", choices=CLASSES, nargs="+", metavar="CLASS", help="list what fails in these classes")
    options = parser.parse_args()
    prepare()
    names = [name for name in ENGINES if name != "elasticsearch" or settings.ELASTICSEARCH_URL]
    by_engine = {}
    for name in names:
        with temporary_engine(name) as engine:
            by_engine[name] = answers(engine, judged_queries())
        show_figures(name, by_engine[name])
        for kind in options.show or ():
            show_worst(by_engine[name], kind)
    if len(names) > 1:
        pairs = list(zip(*by_engine.values(), strict=True))
        same = sum(len({answer.found for answer in pair}) == 1 for pair in pairs) / len(pairs)
        say(f"\nThe same ten, in the same order, on {' and '.join(names)}: {same:.1%} of the queries")


main()
