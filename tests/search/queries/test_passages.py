"""The passage that says why a text was found."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.queries.passages import passage
from search.understanding.marks import Marks

LONG = " ".join(f"one{number}" for number in range(60))


def marks(*words):
    return Marks({"en": frozenset(words)})


@pytest.mark.parametrize(
    ("text", "words", "html"),
    [
        ("A plan for release.", ("plan",), "A <mark>plan</mark> for release"),
        ("A <b> plan & more", ("plan",), "A &lt;b&gt; <mark>plan</mark> &amp; more"),
        ("Nothing of it", ("plan",), None),
        ("", ("plan",), None),
        ("A plan", (), None),
    ],
)
def test_short_texts_are_shown_whole(text, words, html):
    assert passage(text, "en", marks(*words) if words else Marks()) == html


def test_long_texts_are_cut_around_the_place_with_most_of_the_words():
    text = f"{LONG} plan {LONG} release of the plan {LONG}"
    shown = passage(text, "en", marks("plan", "release"))
    assert shown.startswith("… one52 one53")
    assert "<mark>release</mark> of the <mark>plan</mark> one0" in shown
    assert shown.endswith(" …")


def test_words_of_another_group_of_languages_are_not_marked():
    assert passage("A plan", "sq", marks("plan")) is None


@given(text=st.text(max_size=200), word=st.text(min_size=1, max_size=10))
def test_only_marks_and_dots_are_added(text, word):
    shown = passage(f"{text} plan {text}", "en", marks("plan"))
    assert set(re.findall("<[^>]*>", shown)) == {"<mark>", "</mark>"}
    assert unescape(re.sub("</?mark>", "", shown)).strip("… ") in f"{text} plan {text}"
