"""The starter content is found no worse than it was; targets and figures are in docs/relevance.md."""

from __future__ import annotations

from collections import Counter

import pytest
from django.conf import settings

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
    "inflected": 0.96,
    "no_diacritics": 0.98,
    "other_script": 0.96,
    "typing_error": 0.97,
    "near_languages": 0.93,
    "across_languages": 0.90,
    "terms": 0.89,
    "names": 0.87,
    "references": 0.98,
}


@pytest.fixture(scope="module")
def starter_content(shared_rows: None) -> None:
    """The starter content of the library."""
    remove_site_root()
    load_library()


@pytest.fixture(scope="module")
def all_answers(starter_content: None) -> list[Answer]:
    """What the engine that the suite runs with finds."""
    with temporary_engine("elasticsearch" if settings.ELASTICSEARCH_URL else "tantivy") as engine:
        return answers(engine, judged_queries())


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_of_queries_is_answered_as_well_as_it_was(all_answers: list[Answer], name: str) -> None:
    assert mean_gain([answer for answer in all_answers if answer.query.kind == name]) >= FLOORS[name]


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
