"""Marks on the words that were searched for."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.language_groups import GROUP_CODES
from search.queries.highlight import highlight
from search.understanding.marks import Marks
from search.understanding.words import query_words


def marks(query):
    folded = frozenset(word.folded for word in query_words(query))
    return Marks(dict.fromkeys(GROUP_CODES, folded) if folded else {})


@pytest.mark.parametrize(
    ("text", "query", "html"),
    [
        ("Release plan", "release", "<mark>Release</mark> plan"),
        ("Затвор и пробација", "zatvor", "<mark>Затвор</mark> и пробација"),
        ("Risk assessment at admission", "risk assessment", "<mark>Risk assessment</mark> at admission"),
        ("risk, assessment", "risk assessment", "<mark>risk</mark>, <mark>assessment</mark>"),
        ("plan <b>&", "plan", "<mark>plan</mark> &lt;b&gt;&amp;"),
        ("<script>plan</script>", "script", "&lt;<mark>script</mark>&gt;plan&lt;/<mark>script</mark>&gt;"),
        ("plant", "plan", "plant"),
        ("plan", "", "plan"),
        ("", "plan", ""),
    ],
)
def test_marked(text, query, html):
    assert highlight(text, "en", marks(query)) == html


@given(text=st.text(max_size=80), query=st.text(max_size=20))
def test_only_marks_are_added(text, query):
    marked = highlight(text, "en", marks(query))
    assert unescape(re.sub("</?mark>", "", marked)) == unescape(re.sub("</?mark>", "", highlight(text, "en", Marks())))


@given(text=st.text(alphabet="<>&\"'/ abмк", max_size=40), query=st.text(alphabet="abмк ", max_size=10))
def test_no_markup_of_the_text_survives(text, query):
    marked = highlight(text, "en", marks(query))
    assert set(re.findall("<[^>]*>", marked)) <= {"<mark>", "</mark>"}
    assert unescape(re.sub("</?mark>", "", marked)) == text
