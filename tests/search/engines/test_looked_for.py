"""What every engine finds of the trees that it is asked for, and which words it knows."""

from dataclasses import replace

import pytest

from portal.core.visibility.audience import PUBLIC
from search.documents.facets import FacetName
from search.engines.base import EngineQuery, Sort
from search.engines.looked_for import CONCEPT, AnyOf, Counted, Filed, InTitle, Stream, TitleBeginning, Words


def identifiers(engine, looked_for, **more):
    query = EngineQuery(frozenset({PUBLIC}), looked_for, sort=Sort.RELEVANCE, **more)
    return [hit.id for hit in engine.search(query).hits]


def words_of(text, **more):
    return Words("en", Stream.WORDS, tuple(text.split()), **more)


@pytest.fixture
def phrased(engine, make_document):
    engine.rebuild(
        [
            make_document("a:1", "release plan"),
            make_document("a:2", "release without any plan"),
            make_document("a:3", "plan release"),
        ]
    )
    return engine


def test_words_of_a_term_stand_as_near_to_each_other_as_asked(phrased):
    assert identifiers(phrased, words_of("release plan")) == ["a:1"]
    assert identifiers(phrased, words_of("release plan", gap=1)) == ["a:1"]
    assert set(identifiers(phrased, words_of("release plan", gap=2))) == {"a:1", "a:2", "a:3"}


def test_of_alternatives_the_best_counts_and_the_others_by_their_tie(phrased):
    term = words_of("release plan")
    alternatives = (term, words_of("release"))
    best = phrased.search(EngineQuery(frozenset({PUBLIC}), AnyOf(alternatives), sort=Sort.RELEVANCE)).hits[0]
    alone = phrased.search(EngineQuery(frozenset({PUBLIC}), term, sort=Sort.RELEVANCE)).hits[0]
    more = phrased.search(EngineQuery(frozenset({PUBLIC}), AnyOf(alternatives, 0.5), sort=Sort.RELEVANCE)).hits[0]
    assert (best.id, alone.id, more.id) == ("a:1", "a:1", "a:1")
    assert best.score == pytest.approx(alone.score)
    assert more.score > alone.score


def test_what_counts_by_being_there_scores_so_much_more(phrased):
    def score(node):
        return phrased.search(EngineQuery(frozenset({PUBLIC}), node, sort=Sort.RELEVANCE)).hits[0].score

    plan = words_of("release plan")
    assert score(Counted(plan, 18.0)) == pytest.approx(score(plan) + 18.0, rel=1e-4)
    assert identifiers(phrased, Counted(words_of("nowhere"), 18.0)) == []


def test_values_of_facets_and_concepts_all_score_the_same(engine, make_document):
    one = make_document("a:1", "plan", stage=("release",))
    engine.rebuild([replace(one, concepts=("aftercare",)), make_document("a:2", "plan", stage=("custody", "release"))])
    found = engine.search(EngineQuery(frozenset({PUBLIC}), Filed("stage", "release", 2.0), sort=Sort.RELEVANCE)).hits
    assert [(hit.id, hit.score) for hit in found] == [("a:1", 2.0), ("a:2", 2.0)]
    assert identifiers(engine, Filed(CONCEPT, "aftercare")) == ["a:1"]
    assert identifiers(engine, Filed("stage", "nowhere")) == []


def test_words_of_titles_all_score_the_same(engine, make_document):
    engine.rebuild([make_document("a:1", "release plan"), make_document("a:2", "a plan", text="release plan")])
    found = engine.search(
        EngineQuery(frozenset({PUBLIC}), InTitle("en", Stream.WORDS, ("plan",), 4.0), sort=Sort.RELEVANCE)
    )
    assert [(hit.id, hit.score) for hit in found.hits] == [("a:1", 4.0), ("a:2", 4.0)]
    assert identifiers(engine, InTitle("en", Stream.WORDS, ("release", "plan"))) == ["a:1"]
    assert identifiers(engine, InTitle("sq", Stream.WORDS, ("plan",))) == []


def test_what_is_excluded_and_what_is_left_out(phrased):
    assert identifiers(phrased, words_of("release"), excluded=(words_of("without"),)) == ["a:1", "a:3"]
    assert identifiers(phrased, words_of("release"), without=("a:1", "a:2")) == ["a:3"]


def test_beginnings_of_words_of_titles(engine, make_document):
    engine.rebuild([make_document("a:1", "Probation"), make_document("a:2", "Problem", text="probation")])
    assert identifiers(engine, TitleBeginning("en", "proba")) == ["a:1"]
    assert identifiers(engine, TitleBeginning("en", "prob")) == ["a:1", "a:2"]
    assert identifiers(engine, TitleBeginning("sq", "prob")) == []
    assert identifiers(engine, TitleBeginning("en", "pro.*")) == []


def test_hits_of_equal_score_come_in_one_order_on_whatever_page(engine, make_document):
    engine.rebuild([make_document(f"a:{number:02}", "plan") for number in (7, 3, 12, 1, 9, 4, 11, 2, 8, 5, 10, 6)])
    pages = [identifiers(engine, words_of("plan"), limit=4, offset=offset) for offset in (0, 4, 8)]
    assert pages == [[f"a:{number:02}" for number in range(first, first + 4)] for first in (1, 5, 9)]


def test_a_great_many_hits_of_equal_score_come_in_one_order_too(engine, make_document):
    engine.rebuild([make_document(f"a:{number:03}", "plan") for number in range(199, -1, -1)])
    assert identifiers(engine, words_of("plan"), limit=5) == [f"a:{number:03}" for number in range(5)]


def test_texts_come_with_hits_when_asked_for(engine, make_document):
    engine.rebuild([make_document("a:1", "plan", summary="a summary", text="the text")])
    query = EngineQuery(frozenset({PUBLIC}))
    assert engine.search(query).hits[0].texts == {}
    assert engine.search(replace(query, with_texts=True)).hits[0].texts == {"en": "the text"}


def test_with_too_few_results_only_their_number_has_to_be_answered(phrased):
    query = EngineQuery(frozenset({PUBLIC}), words_of("release plan"), sort=Sort.RELEVANCE, facets=(FacetName.TYPE,))
    assert phrased.search(replace(query, at_least=2)).total == 1
    enough = phrased.search(replace(query, at_least=1))
    assert ([hit.id for hit in enough.hits], enough.counts) == (["a:1"], phrased.search(query).counts)


# The words there are ---------------------------------------------------------------------------------------------


def test_the_vocabulary_holds_words_that_begin_so_and_their_tails(engine, make_document):
    engine.rebuild(
        [
            make_document("a:1", "Otpust", lang="bs", text="otpusni"),
            make_document("a:2", "отпуст", lang="mk"),
            make_document("a:3", "to 2006"),
        ]
    )
    public = frozenset({PUBLIC})
    assert engine.vocabulary(["otpus"], public) == {"otpust": 2, "otpusni": 1}
    assert engine.vocabulary(["tpust"], public) == {"otpust": 2}
    assert engine.vocabulary(["20", "to", "x"], public) == {}


def test_the_vocabulary_of_closed_documents_is_closed(engine, make_document):
    engine.rebuild([make_document("a:1", "plan"), make_document("a:2", "plan planet", audience="g7")])
    assert engine.vocabulary(["plan"], frozenset({PUBLIC})) == {"plan": 1}
    assert engine.vocabulary(["plan"], frozenset({PUBLIC, "g7"})) == {"plan": 2, "planet": 1}
