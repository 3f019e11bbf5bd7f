"""The contents of a long page, from its headings."""

import pytest
from django.utils.safestring import SafeString, mark_safe

from portal.core.pages.contents import FEWEST, with_contents


def made(*texts, lang=""):
    return with_contents([mark_safe(text) for text in texts], lang)


def test_each_heading_gets_an_anchor_and_an_entry():
    texts, entries = made(
        '<h2 data-block-key="x">One &amp; <b>two</b></h2><p>Text</p>',
        "<p>No heading</p>",
        "<h2>Б</h2><h2>C</h2><h2>D</h2>",
        lang="mk",
    )
    assert [(entry["anchor"], entry["label"], entry["lang"]) for entry in entries] == [
        ("section-1", "One & two", "mk"),
        ("section-2", "Б", "mk"),
        ("section-3", "C", "mk"),
        ("section-4", "D", "mk"),
    ]
    assert texts == [
        '<h2 id="section-1" data-block-key="x">One &amp; <b>two</b></h2><p>Text</p>',
        "<p>No heading</p>",
        '<h2 id="section-2">Б</h2><h2 id="section-3">C</h2><h2 id="section-4">D</h2>',
    ]
    assert {type(text) for text in texts} == {SafeString}


@pytest.mark.parametrize("number", [0, 1, FEWEST - 1])
def test_a_short_page_has_no_contents_and_stays_as_it_is(number):
    text = "<h2>Heading</h2><h3>Deeper</h3>" * number
    assert made(text) == ([text], [])


def test_empty_headings_and_broken_markup_are_passed_over():
    assert made("<h2></h2>" * 9 + "<h2> </h2>" + "<h2>Never ends")[1] == []
    assert made()[1] == []
