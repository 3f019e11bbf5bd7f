"""How much of a question has to be found."""

import pytest

from portal.core.languages.catalogue import get_language
from portal.core.visibility.audience import PUBLIC
from search.engines.base import EngineQuery, Sort
from search.engines.tantivy_engine import TantivyEngine
from search.understanding.asking import ask
from search.understanding.question import understand
from tests.search.engines.conftest import document

pytestmark = pytest.mark.django_db

PUBLIC_ONLY = frozenset({PUBLIC})


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    engine = TantivyEngine(tmp_path_factory.mktemp("search"))
    engine.rebuild(
        [
            document("a:1", "Visits", text="Families, mentors and housing are named in passing."),
            document("a:2", "Families and mentors", text="How both work together."),
            document("a:3", "Mentors", text="Nothing else."),
            document("a:4", "Mentors and families of people who came home from abroad", text="Housing too."),
        ]
    )
    return engine


def found(engine, text, sort=Sort.RELEVANCE):
    question = understand(text, reader=get_language("en"), audiences=PUBLIC_ONLY, engine=engine)
    return [hit.id for hit in ask(engine, question, EngineQuery(PUBLIC_ONLY, sort=sort)).hits]


def test_what_has_all_words_comes_first_and_one_of_three_may_be_missing(engine):
    assert found(engine, "families mentors housing") == ["a:4", "a:1", "a:2", "a:3"]


def test_by_date_only_what_has_all_words_is_found(engine):
    assert set(found(engine, "families mentors housing", Sort.NEWEST)) == {"a:1", "a:4"}


def test_words_in_a_title_count_however_long_it_is(engine):
    assert found(engine, "mentors families")[:2] == ["a:2", "a:4"]
