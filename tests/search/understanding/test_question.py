"""Whole questions, asked to a real index."""

from __future__ import annotations

import pytest

from portal.core.languages.catalogue import get_language
from portal.core.visibility.audience import PUBLIC
from search.engines.base import EngineQuery, Sort
from search.engines.tantivy_engine import TantivyEngine
from search.understanding.asking import ask
from search.understanding.question import required_words, understand
from tests.search.engines.conftest import document

pytestmark = pytest.mark.django_db

PUBLIC_ONLY = frozenset({PUBLIC})


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    engine = TantivyEngine(tmp_path_factory.mktemp("search"))
    engine.rebuild(
        [
            document("a:1", "Priprema uslovnog otpusta", text="Plan za zatvorenike prije izlaska.", lang="bs"),
            document("a:2", "Conditional release", text="Supervision by the probation service.", lang="en"),
            document("a:3", "Lirimi me kusht", text="Shërbimi i provës mbikëqyr të liruarit.", lang="sq"),
            document("a:4", "Затворско образование", text="Настава за затвореници.", lang="mk"),
            document("a:5", "Rec(2006)2", text="European Prison Rules", lang="en"),
            document("a:6", "Post-penal support", text="Housing and work.", lang="en"),
            document("a:7", "Tajna probacija", text="skriveno", lang="bs", audience="g7"),
        ]
    )
    return engine


def found(engine, text, lang="en", *, audiences=PUBLIC_ONLY, **options):
    question = understand(text, reader=get_language(lang), audiences=audiences, engine=engine, **options)
    return [hit.id for hit in ask(engine, question, EngineQuery(audiences, sort=Sort.RELEVANCE)).hits]


@pytest.mark.parametrize(
    ("text", "lang", "first"),
    [
        ("uslovni otpust", "bs", "a:1"),
        ("условним отпустом", "sr", "a:1"),
        ("uslovni otpusst", "bs", "a:1"),
        ("lirimin me kusht", "sq", "a:3"),
        ("sherbimit te proves", "sq", "a:3"),
        ("затвореници", "mk", "a:4"),
        ("zatvorsko obrazovanie", "mk", "a:4"),
        ("Rec (2006) 2", "en", "a:5"),
        ("Recommendation Rec(2006)2", "en", "a:5"),
        ("postpenal", "en", "a:6"),
        ("post-penal", "en", "a:6"),
        ("conditional release", "en", "a:2"),
        ("kondicional release", "en", "a:2"),
    ],
)
def test_what_is_meant_comes_first(engine, text, lang, first):
    assert found(engine, text, lang)[0] == first


def test_a_term_is_found_in_all_languages_the_readers_own_first(engine):
    assert found(engine, "conditional release", "en")[0] == "a:2"
    assert set(found(engine, "conditional release", "en")) >= {"a:1", "a:2", "a:3"}
    assert found(engine, "conditional release", "en", with_equivalents=False) == ["a:2"]


def test_phrases_have_to_stand_as_written(engine):
    assert found(engine, '"probation service"') == ["a:2"]
    assert found(engine, '"service probation"') == []


def test_what_is_excluded_is_not_found(engine):
    assert found(engine, "supervision", with_equivalents=False) == ["a:2"]
    assert found(engine, "supervision -probation", with_equivalents=False) == []


def test_words_of_closed_documents_are_neither_found_nor_offered(engine):
    question = understand("tjana", reader=get_language("bs"), audiences=PUBLIC_ONLY, engine=engine)
    assert question.corrections == ()
    assert found(engine, "tjana", "bs") == []
    inside = understand("tjana", reader=get_language("bs"), audiences=PUBLIC_ONLY | {"g7"}, engine=engine)
    assert [one.folded for one in inside.corrections] == ["tajna"]
    assert found(engine, "tjana", "bs", audiences=PUBLIC_ONLY | {"g7"}) == ["a:7"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("suprvision", "supervision"),  # a letter is missing
        ("supervisionn", "supervision"),  # one too many
        ("supervosion", "supervision"),  # another one
        ("supervisoin", "supervision"),  # two changed places
        ("aupervision", "supervision"),  # the first is another one
        ("upervision", "supervision"),  # the first is missing
        ("asupervision", "supervision"),  # one before it
        ("uspervision", "supervision"),  # the first two changed places
        ("sipervosion", "supervision"),  # two errors in a long word
    ],
)
def test_errors_that_are_forgiven(engine, typed, meant):
    question = understand(typed, reader=get_language("en"), audiences=PUBLIC_ONLY, engine=engine)
    assert [one.folded for one in question.corrections] == [meant]


@pytest.mark.parametrize("text", ["", "   ", "---", '""', "…!?", "-", '-""'])
def test_without_words_there_is_nothing_to_look_for(engine, text):
    question = understand(text, reader=get_language("en"), audiences=PUBLIC_ONLY, engine=engine)
    assert question.trees == ()
    assert found(engine, text) == []


@pytest.mark.parametrize(
    ("number", "required"),
    [(0, ()), (1, (1,)), (2, (2, 1)), (3, (3, 2, 1)), (4, (4, 3, 1)), (6, (6, 5, 4, 1)), (20, (20, 19, 14, 1))],
)
def test_how_many_must_be_found(number, required):
    assert required_words(number) == required


def test_what_holds_more_of_the_words_comes_first_and_each_once_on_whatever_page(tmp_path):
    engine = TantivyEngine(tmp_path)
    both = [document(f"b:{number}", text=f"{'filler ' * 40} mentor {number} housing") for number in range(3)]
    one = [document(f"o:{number:02}", "Mentor", summary="mentor mentor") for number in range(12)]
    engine.rebuild([*both, *one])
    question = understand(
        "mentor housing", reader=get_language("en"), audiences=PUBLIC_ONLY, engine=engine, with_equivalents=False
    )
    pages = [
        ask(engine, question, EngineQuery(PUBLIC_ONLY, sort=Sort.RELEVANCE, offset=offset, limit=5))
        for offset in (0, 5, 10)
    ]
    assert [page.total for page in pages] == [15, 15, 15]
    ids = [hit.id for page in pages for hit in page.hits]
    assert sorted(ids[:3]) == ["b:0", "b:1", "b:2"]
    assert ids[3:] == [f"o:{number:02}" for number in range(12)]
