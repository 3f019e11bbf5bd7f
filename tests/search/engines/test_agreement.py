"""Both engines give the same documents the same scores, so that the order of results does not depend on the engine."""

import random
from datetime import date

import pytest

from portal.core.visibility.audience import PUBLIC
from search.analysis.lemmas import lemma
from search.documents.document import DocumentText, SearchDocument
from search.engines.base import EngineQuery, Sort
from search.engines.looked_for import AnyOf, Counted, InTitle, Stream, TitleBeginning, Together, Words
from search.engines.tantivy_engine import TantivyEngine
from tests.search.engines.conftest import clean_elasticsearch

pytestmark = pytest.mark.elasticsearch

VOCABULARY = (
    *("release", "plan", "prison", "probation", "program", "case"),
    *("otpust", "nadzor", "zatvor", "sluzba", "rizik"),
    *("burg", "lirim", "mbikeqyrje"),
)
LANGUAGES = ("en", "sq", "bs", "sr", "mk")


def documents(number):
    """So many different ones; the same with each run."""
    chance = random.Random(7)

    def text(most):
        return " ".join(chance.choices(VOCABULARY, k=chance.randint(0, most)))

    for place in range(number):
        languages = chance.sample(LANGUAGES, chance.randint(1, 3))
        texts = {code: DocumentText(text(6), text(15), text(120), text(60)) for code in languages}
        yield SearchDocument(f"a:{place}", texts, {}, date(2026, 1, 1), PUBLIC, is_sample=False)


@pytest.fixture(scope="module")
def engines(tmp_path_factory):
    folder = tmp_path_factory.mktemp("agreement")
    elasticsearch = clean_elasticsearch(folder)
    both = [TantivyEngine(folder / "search"), next(elasticsearch)]
    for engine in both:
        engine.rebuild(documents(200))
    yield both
    next(elasticsearch, None)


def word(text, group="en", **more):
    return Words(group, Stream.WORDS, tuple(text.split()), **more)


@pytest.mark.parametrize(
    "looked_for",
    [
        word("plan"),
        word("plan", "hbs", weight=0.4),
        word("release plan"),
        word("prison probation", gap=1),
        word("case release", gap=2),
        Words("mk", Stream.LEMMAS, (lemma("program", "mk"),)),
        TitleBeginning("en", "pr", 2.0),
        AnyOf((word("plan"), word("rizik", "sq", weight=0.5)), 0.3),
        AnyOf((TitleBeginning("en", "pr", 3.0), word("case"))),
        Counted(word("plan"), 18.0),
        Together((word("plan"), InTitle("en", Stream.WORDS, ("plan",), 4.0)), 1),
        Together((word("plan"), word("case"), word("burg", "sq")), 2),
        Together((AnyOf((word("plan"), word("otpust", "hbs"), word("prison probation")), 0.2), word("case")), 1),
    ],
)
def test_both_engines_give_the_same_scores(engines, looked_for):
    query = EngineQuery(frozenset({PUBLIC}), looked_for, sort=Sort.RELEVANCE, limit=200)
    one, other = (engine.search(query) for engine in engines)
    assert one.total == other.total > 0
    scores = {hit.id: hit.score for hit in other.hits}
    assert {hit.id: hit.score for hit in one.hits} == pytest.approx(scores, rel=1e-4)


def test_both_engines_have_the_same_words_and_fingerprints(engines):
    one, other = engines
    assert one.vocabulary(["p", "re"], frozenset({PUBLIC})) == other.vocabulary(["p", "re"], frozenset({PUBLIC}))
    assert one.fingerprints() == other.fingerprints()
