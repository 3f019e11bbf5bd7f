"""What is done inside a portal to measure its search, in a process of its own; answers in JSON.

- `practices 10000`: adds practices until there are so many; some of them only for members, some only for a group:
  how many there are then;
- `index`, `plain`: build the index of the product, and of Elasticsearch as it comes: seconds by the clock and of
  processor time, bytes;
- `wagtail`: adds to the index of Wagtail's search what is not in it: the same without bytes;
- `publish http://127.0.0.1:8000`: changes a page several times: how long until the search there shows it;
- `tables`: looks words up in the tables of all languages: MB of their files, and that they add to a process;
- `remove`: takes away what is in a cluster.
"""

from __future__ import annotations

import json
import random
import string
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from wagtail.models import PageViewRestriction  # noqa: E402

from portal.core.languages.folding import fold_word  # noqa: E402
from portal.website.models import HomePage, PlainPage  # noqa: E402
from practices.models import GoodPractice  # noqa: E402
from search.analysis.language_groups import GROUP_OF  # noqa: E402
from search.analysis.spellings import one_spelling  # noqa: E402
from search.analysis.tables.tables import ensure_tables, table  # noqa: E402
from search.engines.current import current_engine  # noqa: E402
from search.upkeep.build import rebuild  # noqa: E402
from tests.benchmarks.corpus import vocabulary  # noqa: E402
from tests.benchmarks.instance import memory_of  # noqa: E402
from tests.benchmarks.load import Reader  # noqa: E402
from tests.benchmarks.measures import p50  # noqa: E402
from tests.benchmarks.synthetic import ONE_LANGUAGE, make_practices, practice_count  # noqa: E402

_PUBLISHINGS = 5


def practices(count: int) -> int:
    """Of ten practices eight are public, one is for those who are signed in and one for a group."""
    missing = max(0, count - practice_count())
    closed = missing // 10
    make_practices(missing - 2 * closed, ONE_LANGUAGE)
    make_practices(closed, ONE_LANGUAGE, _closed_page("members", PageViewRestriction.LOGIN))
    make_practices(closed, ONE_LANGUAGE, _closed_page("group", PageViewRestriction.GROUPS))
    return practice_count()


def publish(address: str) -> dict[str, float]:
    """Milliseconds until publishing is done, and from then until a result is there; the medians of several times."""
    practice = GoodPractice.objects.live().filter(is_sample=True).public().first()
    letters = random.Random(1)
    headline = practice.headline_en
    link = f'{practice.slug}/"'.encode()
    publishing, showing = [], []
    for _ in range(_PUBLISHINGS):
        word = "".join(letters.choices(string.ascii_lowercase, k=14))
        practice.headline_en = f"{headline} {word}"
        began = time.perf_counter()
        practice.save_revision().publish()
        published = time.perf_counter()
        # Publishing takes longer than the server keeps a connection that nobody uses.
        reader = Reader(address)
        while link not in reader.get(f"/en/library/?q={word}"):
            pass
        publishing.append((published - began) * 1000)
        showing.append((time.perf_counter() - published) * 1000)
    return {"publishing": p50(publishing), "showing": p50(showing)}


def _closed_page(slug: str, restriction: str) -> PlainPage:
    page = PlainPage.objects.filter(slug=slug).first()
    if page is None:
        page = PlainPage(slug=slug, headline_en=slug, summary_en=slug, readiness_en="ready")
        HomePage.objects.get().add_child(instance=page)
        made = PageViewRestriction.objects.create(page=page, restriction_type=restriction)
        if restriction == PageViewRestriction.GROUPS:
            made.groups.add(Group.objects.create(name=slug))
    return page


def index() -> dict[str, float]:
    return _timed(lambda: rebuild(current_engine(), lambda number: None)) | {"bytes": _index_bytes()}


def wagtail() -> dict[str, float]:
    from tests.benchmarks.search_wagtail import index_practices

    return _timed(index_practices)


def plain() -> dict[str, float]:
    from tests.benchmarks.search_plain import index_documents, index_name

    return _timed(index_documents) | {"bytes": _cluster_bytes(index_name())}


def _timed(work: Callable[[], object]) -> dict[str, float]:
    began, processor = time.perf_counter(), time.process_time()
    work()
    return {"seconds": time.perf_counter() - began, "processor": time.process_time() - processor}


def tables() -> dict[str, float]:
    looked_up = [
        (group, one_spelling(fold_word(word), group)) for code, group in GROUP_OF.items() for word in vocabulary(code)
    ]
    folder = ensure_tables()
    before = memory_of("self")
    for group, word in looked_up:
        table(group).lemma(word)
    after = memory_of("self")
    return {
        "files": sum(file.stat().st_size for file in folder.iterdir()) / 1e6,
        "resident": after.resident - before.resident,
        "own": after.own - before.own,
    }


def remove() -> None:
    from tests.benchmarks.search_plain import client, index_name

    client().indices.delete(index=index_name(), ignore_unavailable=True)
    current_engine().remove()  # type: ignore[attr-defined]


def _index_bytes() -> int:
    if settings.ELASTICSEARCH_URL:
        return _cluster_bytes(f"{settings.ELASTICSEARCH_INDEX_PREFIX}-*")
    return sum(file.stat().st_size for file in Path(settings.SEARCH_INDEX_DIR).rglob("*") if file.is_file())


def _cluster_bytes(names: str) -> int:
    from tests.benchmarks.search_plain import client

    found = client().indices.stats(index=names, metric="store")["indices"].values()
    return sum(one["primaries"]["store"]["size_in_bytes"] for one in found)


if __name__ == "__main__":
    action, *arguments = sys.argv[1:]
    actions: dict[str, Callable[..., Any]] = {
        "practices": lambda count: practices(int(count)),
        "index": index,
        "wagtail": wagtail,
        "plain": plain,
        "publish": publish,
        "tables": tables,
        "remove": remove,
    }
    json.dump(actions[action](*arguments), sys.stdout)
