"""Words of a text with their places."""

from hypothesis import given
from hypothesis import strategies as st

from portal.core.languages.folding import fold_word as fold
from search.analysis.tokens import MAX_WORD_LENGTH, Word, folded_text, words


def test_words_and_places():
    assert list(words("Условни отпуст, rule 51!")) == [
        Word("uslovni", 0, 7),
        Word("otpust", 8, 14),
        Word("rule", 16, 20),
        Word("51", 21, 23),
    ]


def test_references_and_compounds_fall_into_their_parts():
    assert folded_text("CM/Rec(2018)5, prison-exit, Kosovo*'s") == "cm rec 2018 5 prison exit kosovo s"


def test_marks_and_soft_hyphens_stay_inside_a_word():
    assert [(word.folded, word.start, word.end) for word in words("re\u00adha\u00adbili e\u0308shte\u0308")] == [
        ("rehabili", 0, 10),
        ("eshte", 11, 18),
    ]


def test_endless_words_are_no_words():
    assert folded_text("a " + "x" * (MAX_WORD_LENGTH + 1) + " b") == "a b"


@given(st.text())
def test_places_are_those_of_the_words(text):
    for word in words(text):
        assert fold(text[word.start : word.end]) == word.folded


@given(st.text())
def test_splitting_at_spaces_gives_the_words_again(text):
    assert folded_text(text).split() == [word.folded for word in words(text)]
