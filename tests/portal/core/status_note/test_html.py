"""The status footnote at the exit for HTML."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.status_note.html import mark_html
from portal.core.status_note.notes import note_for

PLACE = "<div data-status-note hidden></div>"


def note(code: str = "en", lang: str = "en", attributes: str = " data-status-note") -> str:
    return f'<div{attributes}><p class="status-note__text" id="status-note" lang="{lang}">* {note_for(code)}</p></div>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Kosovo</p>", "<p>Kosovo*</p>"),
        ("<p>Kosovo*</p>", "<p>Kosovo*</p>"),
        ("<b>Kosovo</b>*", "<b>Kosovo</b>*"),
        ("<b>Kosovo</b><sup>*</sup>", "<b>Kosovo</b><sup>*</sup>"),
        ("<b>Kosovo</b>'s", "<b>Kosovo*</b>'s"),
        ("<a href='/kosovo/'>Kosovo</a><!-- x -->*", "<a href='/kosovo/'>Kosovo</a><!-- x -->*"),
        ("<td>Kosovo</td><td>*</td>", "<td>Kosovo*</td><td>*</td>"),
        ("Kosovo<br>*", "Kosovo*<br>*"),
        ("<mark>Kosov</mark>ës", "<mark>Kosov</mark>ës*"),
        ("<mark>Kos</mark>ovo</p>", "<mark>Kos</mark>ovo*</p>"),
        ("Ko&shy;sovo", "Ko&shy;sovo*"),
        ("Kosov&#235;", "Kosov&#235;*"),
        ("Kosov&euml;s &amp; x", "Kosov&euml;s* &amp; x"),
        ("&#1050;осово&#42;", "&#1050;осово&#42;"),
        ("&#x41A;осово", "&#x41A;осово*"),
        ("Kosovo&nbsp;*", "Kosovo&nbsp;*"),
        ("<option value='Kosovo'>Kosovo<option>Косово", "<option value='Kosovo'>Kosovo*<option>Косово*"),
        (
            "<svg><title>Kosovo</title><text>Kosovo</text></svg>",
            "<svg><title>Kosovo*</title><text>Kosovo*</text></svg>",
        ),
        ("<img alt='Kosovo' title=\"Kosovo > Kosovo\">Kosovo", "<img alt='Kosovo' title=\"Kosovo > Kosovo\">Kosovo*"),
        ("<script>'Kosovo'</script>Kosovo", "<script>'Kosovo'</script>Kosovo*"),
        ("<style>.Kosovo{}</style>Kosovo", "<style>.Kosovo{}</style>Kosovo*"),
        ("<code>Kosovo</code><pre>Kosovo</pre>Kosovo", "<code>Kosovo</code><pre>Kosovo</pre>Kosovo*"),
        ("<textarea>Kosovo</textarea>Kosovo", "<textarea>Kosovo</textarea>Kosovo*"),
        ("<!-- Kosovo -->Kosovo", "<!-- Kosovo -->Kosovo*"),
        ("<a href='x'>https://x.org/Kosovo</a> Kosovo", "<a href='x'>https://x.org/Kosovo</a> Kosovo*"),
        (
            '<cite data-status-note="exempt">Law <i>of Kosovo</i></cite> Kosovo',
            '<cite data-status-note="exempt">Law <i>of Kosovo</i></cite> Kosovo*',
        ),
    ],
)
def test_text_is_marked_and_nothing_else(body: str, expected: str) -> None:
    html = f"<html lang=en><body>{body}{PLACE}</body></html>"
    assert mark_html(html, "mk") == f"<html lang=en><body>{expected}{note()}</body></html>"


def test_the_title_is_text() -> None:
    html = f"<html lang='sq'><title>Kosova</title><body>{PLACE}</body></html>"
    assert mark_html(html, "en") == f"<html lang='sq'><title>Kosova*</title><body>{note('sq', 'sq')}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        "<p>Nothing.</p>",
        "<img alt='Kosovo'><a href='/kosovo'>x</a>",
        '<p data-status-note="exempt">Kosovo</p>',
        "<code>Kosovo</code>",
    ],
)
def test_without_a_mention_there_is_no_footnote(body: str) -> None:
    assert mark_html(f"<body>{body}{PLACE}</body>", "en") == f"<body>{body}</body>"
    assert mark_html(f"<body>{body}</body>", "en") == f"<body>{body}</body>"


@pytest.mark.parametrize(
    ("place", "attributes"),
    [
        ('<div hidden data-status-note class="a"></div>', ' data-status-note class="a"'),
        ('<div class="a" data-status-note="" id="b" hidden="">\n</div>', ' class="a" data-status-note="" id="b"'),
    ],
)
def test_the_place_may_have_other_attributes(place: str, attributes: str) -> None:
    assert mark_html(f"Kosovo*{place}", "en") == f"Kosovo*{note(attributes=attributes)}"
    assert mark_html(f"x{place}", "en") == "x"


def test_without_a_place_the_note_goes_to_the_end() -> None:
    assert mark_html("<body>Kosovo</body></html>", "en") == f"<body>Kosovo*{note()}</body></html>"
    assert mark_html("<p>Kosovo</p>", "en") == f"<p>Kosovo*</p>{note()}"


def test_only_the_first_of_several_places_is_used() -> None:
    assert mark_html(f"{PLACE}Kosovo{PLACE}", "en") == f"{note()}Kosovo*"


@pytest.mark.parametrize(
    ("lang", "code", "note_lang"),
    [("sr-Cyrl", "sr", "sr-Cyrl"), ("sr-Latn", "sr-latn", "sr-Latn"), ("cnr", "cnr", "cnr"), ("mk", "mk", "mk")],
)
def test_the_note_is_in_the_language_of_the_page(lang: str, code: str, note_lang: str) -> None:
    html = f'<!doctype html><html class="a" lang="{lang}"><body>Косово{PLACE}</body></html>'
    assert note(code, note_lang) in mark_html(html, "en")


def test_a_note_that_is_there_already_is_neither_marked_nor_doubled() -> None:
    html = f"<p>Kosovo*</p><p>* {note_for('en').replace('Nations', '<b>Nations</b>')}</p>"
    assert mark_html(html + PLACE, "en") == html


PARTS = """<p> </p> <b> </b> <br> <li> <td> </div> <code> </code> <svg> </svg> <g/> </cite> <textarea> &amp; &shy; < > *
<script>Kosovo</script> &#1050;осово Kosovo Kosovë Косову Kos ovo 's https://x.org/ " ='"""
_fragments = st.lists(
    st.sampled_from(
        [
            *PARTS.split(),
            '<i title="Kosovo">',
            "<!-- Kosovo -->",
            '<cite data-status-note="exempt">',
            "<a href='",
            " ",
            PLACE,
        ]
    )
).map("".join)


@given(_fragments)
def test_any_fragment_keeps_its_tags_and_a_second_time_changes_nothing(fragment: str) -> None:
    # A tag that the fragment leaves open is ended, or else the note would stand inside of it.
    html = fragment.replace(PLACE, "") + " '\">"
    once = mark_html(html, "en")
    without_note = once.replace(note(), "")
    assert re.sub(r"\*", "", without_note) == re.sub(r"\*", "", html)
    assert without_note.count("**") == html.count("**")
    assert mark_html(once, "en") == once


@given(_fragments)
def test_places_are_filled_or_taken_out(fragment: str) -> None:
    assert mark_html(f"<body>{fragment}</body>{PLACE}", "en").count(PLACE) == 0


_PIECES = (
    *("Kosovo", "Kos", "ovo", "*", " ", "x ", "&amp;", "<", ">", "<p>", "</p>", "<b>", "</b>", "<br>", "<li a='<'>"),
    *("<title>", "</title>", "<code>", "</code>", "<script>", "</script>", "<textarea>", "<!-- ", " -->", "<svg>"),
    *("<i title='Kosovo'>", "</i>", PLACE, '<cite data-status-note="exempt">', "</cite>"),
)


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_a_plain_page_is_marked_as_if_it_were_looked_at_closely(body: str) -> None:
    empty_code = "<code id=closely></code>"
    closely = mark_html(f"{body}<div></div>{empty_code}", "en")
    assert mark_html(f"{body}<div></div>", "en") == closely.replace(empty_code, "")
