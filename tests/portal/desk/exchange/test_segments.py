"""Rich text taken apart and put together: no markup is lost, and none comes in."""

import pytest

from portal.desk.exchange.segments import Code, WrongCodes, put_together, same, taken_apart, text_of, with_codes_of

OPEN, CLOSE = Code("1", "open", "<b>"), Code("1", "close", "</b>")

TEXTS = {
    "paragraph": "<p>Plan</p>",
    "two with keys": '<p data-block-key="a1">One</p><p data-block-key="b2">Two</p>',
    "list in a list": "<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>",
    "heading and line": "<h2>Head</h2><hr/><p>Text<br/>more</p>",
    "signs": "<p>1 &lt; 2 &amp; “3”\xa0%</p>",
    "link": '<p>See <a id="3" linktype="page">the <i>plan</i></a>.</p>',
    "bare": "No paragraph",
    "embed": '<p>A</p><embed embedtype="image" id="7" alt="x &quot;y&quot;"/><p>B</p>',
    "empty paragraph": "<p>A</p><p></p><p> </p>",
    "nothing": "",
}


@pytest.mark.parametrize("html", TEXTS.values(), ids=TEXTS.keys())
def test_what_is_taken_apart_is_put_together_as_it_was(html):
    parts = taken_apart(html)
    assert put_together(parts, parts.segments) == html


def test_a_segment_is_a_paragraph_heading_or_item_with_its_tags_numbered_through_the_text():
    parts = taken_apart("<h2>Head</h2><ul><li><b>One</b> more</li><li>a<br/><b>Two</b></li></ul>")
    assert [text_of(segment) for segment in parts.segments] == ["Head", "One more", "aTwo"]
    assert parts.segments[1] == (OPEN, "One", CLOSE, " more")
    assert parts.segments[2] == (
        "a",
        Code("2", "alone", "<br/>"),
        Code("3", "open", "<b>"),
        "Two",
        Code("3", "close", "</b>"),
    )


def test_a_translation_has_the_tags_of_its_source_and_its_own_signs():
    parts = taken_apart('<p>See <a id="3" linktype="page">here</a></p>')
    target = (Code("1", "open"), "Këtu", Code("1", "close"), " <shih> & lexo")
    assert put_together(parts, [target]) == '<p><a id="3" linktype="page">Këtu</a> &lt;shih&gt; &amp; lexo</p>'


def test_a_tag_may_be_left_out():
    assert put_together(taken_apart("<p>A <b>b</b></p>"), [("A b",)]) == "<p>A b</p>"


@pytest.mark.parametrize(
    "target",
    [
        (Code("9", "open"), "x", Code("9", "close")),
        (Code("1", "open"), "x"),
        (Code("1", "close"), "x", Code("1", "open")),
        (Code("1", "open"), "x", Code("1", "close"), Code("1", "open"), "y", Code("1", "close")),
        (Code("1", "open"), Code("2", "open"), "x", Code("1", "close"), Code("2", "close")),
        (Code("1", "alone"), "x"),
    ],
    ids=["unknown", "not closed", "turned round", "twice", "crossed", "another kind"],
)
def test_tags_that_are_not_those_of_the_source_are_refused(target):
    with pytest.raises(WrongCodes):
        put_together(taken_apart("<p>A <b>b</b> <i>c</i></p>"), [target])


def test_a_translation_that_is_there_gets_the_numbers_of_its_source():
    source = taken_apart('<p><b>One</b> and <a linktype="page" id="3">two</a></p>').segments[0]
    there = taken_apart('<p><a id="3" linktype="page">Dy</a> dhe <b>një</b></p>').segments[0]
    numbered = with_codes_of(source, there)
    assert [piece.id if isinstance(piece, Code) else piece for piece in numbered] == [
        "2", "Dy", "2", " dhe ", "1", "një", "1",
    ]  # fmt: skip
    assert with_codes_of(source, taken_apart("<p><i>Një</i></p>").segments[0]) is None
    assert with_codes_of(source, taken_apart("<p><b>Një</b> <b>dy</b></p>").segments[0]) is None


def test_segments_are_the_same_whatever_a_program_did_to_white_space():
    assert same(("A\n  b ", OPEN, "c", CLOSE), (" A b", OPEN, " c", CLOSE))
    assert same(("A ", "b"), ("A b",))
    assert not same(("A b",), ("A", OPEN, "b", CLOSE))
    assert not same(("A b",), ("Ab",))
