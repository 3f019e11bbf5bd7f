"""Texts that nobody wrote."""

from collections import Counter
from random import Random

from portal.core.languages.catalogue import CONTENT_CODES
from tests.benchmarks.corpus import text, vocabulary
from tests.benchmarks.search_questions import Kind, questions


def test_a_text_has_as_many_words_as_asked_for_and_is_the_same_each_time():
    assert [len(text(Random(1), code, 200).split()) for code in CONTENT_CODES] == [200] * len(CONTENT_CODES)
    assert text(Random(1), "mk", 50) == text(Random(1), "mk", 50)


def test_the_second_most_usual_word_stands_nearly_as_often_as_the_first_and_the_hundredth_seldom():
    counts = Counter(text(Random(1), "sr", 100_000).split())
    first, second, hundredth = (counts[vocabulary("sr")[rank]] for rank in (0, 1, 99))
    assert 0.7 < second / first < 0.87
    assert hundredth / first < 0.05


def test_questions_are_of_all_kinds_and_languages():
    asked = {(one.kind, one.language) for one in questions()}
    assert asked == {(kind, code) for kind in Kind for code in CONTENT_CODES}
    assert {one.typed[0] == one.typed[-1] == '"' for one in questions() if one.kind == Kind.PHRASE} == {True}
