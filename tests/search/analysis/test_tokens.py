"""Words of a text with their places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.languages.folding import fold_word as fold
from search.analysis.tokens import MAX_WORD_LENGTH, Token, folded_words, tokens, words


def folded(text):
    return " ".join(word.folded for word in words(text))


def joined(text):
    return [(token.folded, text[token.start : token.end]) for token in tokens(text) if token.is_joined]


def test_words_and_places():
    assert list(tokens("Условни отпуст, rule 51!")) == [
        Token("uslovni", 0, 7),
        Token("otpust", 8, 14),
        Token("rule", 16, 20),
        Token("51", 21, 23),
    ]


def test_references_and_compounds_fall_into_their_parts():
    assert folded("CM/Rec(2018)5, prison-exit, Kosovo*'s") == "cm rec 2018 5 prison exit kosovo s"


def test_marks_and_soft_hyphens_stay_inside_a_word():
    assert [(word.folded, word.start, word.end) for word in words("re\u00adha\u00adbili e\u0308shte\u0308")] == [
        ("rehabili", 0, 10),
        ("eshte", 11, 18),
    ]


def test_endless_words_are_no_words():
    assert folded("a " + "x" * (MAX_WORD_LENGTH + 1) + " b") == "a b"


def test_joined_tokens_follow_their_words():
    assert list(tokens("Post-penal aid")) == [
        Token("post", 0, 4),
        Token("penal", 5, 10),
        Token("postpenal", 0, 10, is_joined=True),
        Token("aid", 11, 14),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("пост-пенални третман", [("postpenalni", "пост-пенални")]),
        ("post\u2010release care", [("postrelease", "post\u2010release")]),
        ("risk-need-responsivity", [("riskneedresponsivity", "risk-need-responsivity")]),
        ("the U.N. and the E.U.", [("un", "U.N"), ("eu", "E.U")]),
        ("1.250 of 1,000,000", [("1250", "1.250"), ("1000000", "1,000,000")]),
        ("12.05.2018, 3.5, p.sh., end.Next", []),
        ("prison - exit, 2016–2018, well- known", []),
    ],
)  # fmt: skip
def test_compounds_acronyms_and_long_numbers(text, expected):
    assert joined(text) == expected


@given(st.text())
def test_places_are_those_of_the_words(text):
    for word in words(text):
        assert fold(text[word.start : word.end]) == word.folded


@given(st.text(alphabet=st.sampled_from("aжđ1290.-()/ RecCM\u00ad\u0301 S/RES,'")))
def test_places_are_inside_and_in_order(text):
    found = list(tokens(text))
    regular = [token for token in found if not token.is_joined]
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(one.end <= other.start for one, other in pairwise(regular))
    for token in found:
        if token.is_joined:
            assert {token.start, token.end} <= {place for word in regular for place in (word.start, word.end)}


@given(st.text())
def test_splitting_at_spaces_gives_the_words_again(text):
    assert folded(text).split() == [word.folded for word in words(text)]


@given(st.text() | st.text(alphabet=st.sampled_from("aжđ1½²-.,' \n\u00adRecS/")))
def test_words_are_those_of_the_tokens(text):
    found = list(tokens(text))
    regular = [token for token in found if not token.is_joined]
    assert list(words(text)) == regular
    assert folded_words(text) == (
        [token.folded for token in regular],
        [token.folded for token in found if token.is_joined],
    )
