"""The starter content is found no worse than it was; targets and figures are in docs/relevance.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from portal.core.languages.catalogue import BY_CODE
from search.engines.temporary import temporary_engine
from tests.factories.site import remove_site_root
from tests.search.relevance.content import load_library
from tests.search.relevance.judgements import CLASSES, judged_queries, resource_keys
from tests.search.relevance.ranking import Answer, answers, mean_gain

# Without the mark on some test no test database would be made.
pytestmark = pytest.mark.django_db

#: nDCG@10 that each class reaches, rounded down, and never more than what is aimed at.
FLOORS = {
    "exact": 0.98,
    "inflected": 0.98,
    "no_diacritics": 0.99,
    "other_script": 0.99,
    "typing_error": 0.97,
    "near_languages": 0.95,
    "across_languages": 0.95,
    "terms": 0.90,
    "names": 0.98,
    "references": 0.98,
}


@pytest.fixture(scope="module")
def starter_content(shared_rows: None) -> None:
    """The starter content of the library."""
    remove_site_root()
    load_library()


@pytest.fixture(scope="module")
def answers_of(starter_content: None) -> Callable[[str], list[Answer]]:
    """What an engine finds; each is asked once."""
    known: dict[str, list[Answer]] = {}

    def of(name: str) -> list[Answer]:
        if name not in known:
            with temporary_engine(name) as engine:
                known[name] = answers(engine, judged_queries())
        return known[name]

    return of


@pytest.mark.parametrize("engine", ["tantivy", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
@pytest.mark.parametrize("name", CLASSES)
def test_a_class_of_queries_is_answered_as_well_as_it_was(
    answers_of: Callable[[str], list[Answer]], name: str, engine: str
) -> None:
    assert mean_gain([answer for answer in answers_of(engine) if answer.query.kind == name]) >= FLOORS[name]


@pytest.mark.elasticsearch
def test_both_engines_give_the_same_ten_in_the_same_order(answers_of: Callable[[str], list[Answer]]) -> None:
    pairs = list(zip(answers_of("tantivy"), answers_of("elasticsearch"), strict=True))
    assert sum(one.found == other.found for one, other in pairs) >= 0.98 * len(pairs)


def test_judgements_name_resources_that_there_are(starter_content: None) -> None:
    known = set(resource_keys().values())
    assert [query.identifier for query in judged_queries() if not set(query.relevant) <= known] == []


def test_each_class_has_at_least_thirty_queries_in_most_renderings() -> None:
    queries = judged_queries()
    assert [name for name in CLASSES if sum(query.kind == name for query in queries) < 30] == []
    # No Albanian is written in Cyrillic, and English has neither another script nor diacritics.
    renderings = {name: {query.reader.code for query in queries if query.kind == name} for name in CLASSES}
    assert {name: found for name, found in renderings.items() if len(found) < len(BY_CODE) - 2} == {}


def test_no_query_stands_twice() -> None:
    queries = judged_queries()
    assert [name for name, count in Counter(query.identifier for query in queries).items() if count > 1] == []
    assert [
        (text, reader.code, kind)
        for (text, reader, kind), count in Counter((one.text, one.reader, one.kind) for one in queries).items()
        if count > 1
    ] == []
