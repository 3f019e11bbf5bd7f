"""Whatever is typed, both engines answer, and tell nobody what is closed to them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.core.languages.catalogue import LANGUAGES
from portal.core.visibility.audience import PUBLIC
from search.documents.facets import FacetName
from search.engines.base import Engine, EngineQuery, Sort
from search.engines.tantivy_engine import TantivyEngine
from search.queries.parameters import searched_text
from search.understanding.asking import ask
from search.understanding.question import understand
from tests.search.engines.conftest import clean_elasticsearch, document
from tests.search.understanding.typed_texts import TYPED

pytestmark = pytest.mark.django_db

PUBLIC_ONLY = frozenset({PUBLIC})


@pytest.fixture(scope="module", params=["tantivy", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("typed")
    made = iter([TantivyEngine(folder)]) if request.param == "tantivy" else clean_elasticsearch(folder)
    engine = next(made)
    engine.rebuild(
        [
            document("a:1", "Uslovni otpust", text="Plan za zatvorenike i probaciju.", lang="bs", stage=("release",)),
            document("a:2", "Conditional release", text="Rec(2006)2, Rule 51", lang="en", year=("2006",)),
            document("a:3", "Lirimi me kusht", text="Shërbimi i provës.", lang="sq"),
            document("a:4", "Затворско образование", text="Настава за затвореници.", lang="mk"),
            document("closed:5", "Release, otpust, lirim, затвор", text="a i e 51", lang="sr", audience="g7"),
        ]
    )
    yield engine
    next(made, None)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=TYPED,
    reader=st.sampled_from(LANGUAGES),
    with_equivalents=st.booleans(),
    filters=st.dictionaries(
        st.sampled_from(FacetName), st.lists(st.sampled_from(["release", "2006", "x", "\u202e"]), min_size=1).map(tuple)
    ),
    sort=st.sampled_from(Sort),
    offset=st.integers(min_value=0, max_value=200_000),
    with_texts=st.booleans(),
)
def test_it_is_answered(engine, text, reader, with_equivalents, filters, sort, offset, with_texts):
    question = understand(
        searched_text(text),
        reader=reader,
        audiences=PUBLIC_ONLY,
        engine=engine,
        with_equivalents=with_equivalents,
    )
    query = EngineQuery(
        PUBLIC_ONLY,
        filters=filters,
        sort=sort,
        offset=offset % 5 if offset % 2 else offset,
        limit=20,
        facets=tuple(FacetName),
        with_texts=with_texts,
    )
    result = ask(engine, question, query)
    assert len(result.hits) <= result.total <= 4
    assert "closed:5" not in {hit.id for hit in result.hits}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300), reader=st.sampled_from(LANGUAGES))
def test_it_is_answered_as_it_comes_too(engine, text, reader):
    question = understand(text, reader=reader, audiences=PUBLIC_ONLY, engine=engine)
    assert ask(engine, question, EngineQuery(PUBLIC_ONLY, sort=Sort.RELEVANCE)).total <= 4
