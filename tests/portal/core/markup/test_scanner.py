"""Reading markup without rebuilding it."""

from hypothesis import given
from hypothesis import strategies as st

from portal.core.markup.edits import Edit, apply_edits
from portal.core.markup.references import decode_cyrillic, decode_with_ends, encode_text
from portal.core.markup.scanner import attributes_of, scan_html, scan_xml


def texts(html: str, **options: str) -> list[tuple[str, str]]:
    """Each text with its language."""
    return [(html[p.start : p.end], p.context.lang) for p in scan_html(html, **options) if p.kind in ("text", "cdata")]


def test_texts_come_in_order_with_their_language() -> None:
    html = '<!doctype html><p lang="mk">a<!-- x --><b LANG=SQ>b</b>c<p>d'
    assert texts(html, lang="en") == [("a", "mk"), ("b", "sq"), ("c", "mk"), ("d", "en")]


def test_raw_text_ends_only_at_its_own_end_tag() -> None:
    assert texts("<script>a</p></scripts><b></SCRIPT >b") == [("a</p></scripts><b>", ""), ("b", "")]


def test_code_and_closed_elements_are_told() -> None:
    html = "<p data-x>a<b>b</b></p><code>c</code>d"
    contexts = [piece.context for piece in scan_html(html, closed_by="data-x") if piece.kind == "text"]
    assert [(context.closed, context.verbatim) for context in contexts] == [
        (True, False),
        (True, False),
        (False, True),
        (False, False),
    ]


def test_a_table_that_leaves_out_its_end_tags() -> None:
    html = '<table><tr lang="mk"><td>a<tbody><tr><td lang="sq">b<th>c<tr><td>d</table>e'
    assert texts(html) == [("a", "mk"), ("b", "sq"), ("c", ""), ("d", ""), ("e", "")]


def test_an_end_tag_that_belongs_to_nothing_ends_nothing() -> None:
    assert texts('<div lang="mk"></span></p>a</section>b</body></html>c') == [("a", "mk"), ("b", "mk"), ("c", "mk")]


def test_html_inside_of_svg() -> None:
    html = '<svg><foreignObject lang="mk"><p lang="sq">a<p>b</foreignObject><g lang="sr"/>c</svg>d'
    assert texts(html) == [("a", "sq"), ("b", "mk"), ("c", ""), ("d", "")]


def test_attributes_are_found_where_they_stand() -> None:
    tag = """<p a b=c d = "e > f" G='h'i="" j=/k/>"""
    (piece,) = scan_html(tag)
    found = [(attribute.name, tag[attribute.start : attribute.end]) for attribute in attributes_of(tag, piece)]
    assert found == [("a", ""), ("b", "c"), ("d", "e > f"), ("g", "h"), ("i", ""), ("j", "/k/")]
    assert piece.end == len(tag)


def test_xml_knows_no_omitted_end_tags_and_tells_case_apart() -> None:
    xml = '<?xml version="1.0"?><a xml:lang="mk" lang="sq"><br>x</br><P>y<p/>z</P><![CDATA[<b>]]></a>'
    pieces = list(scan_xml(xml))
    assert [(xml[p.start : p.end], p.context.lang) for p in pieces if p.kind in ("text", "cdata")] == [
        ("x", "mk"),
        ("y", "mk"),
        ("z", "mk"),
        ("<b>", "mk"),
    ]
    assert sum(p.kind == "start" for p in pieces) == sum(p.kind == "end" for p in pieces) == 4


@given(
    st.lists(st.sampled_from([*"<>/='\"&;! -ap", "<p>", "</p>", "<!--", "-->", "<![CDATA[", "<svg>", "<li a='"])).map(
        "".join
    )
)
def test_pieces_never_overlap_and_stay_inside(markup: str) -> None:
    for scan in (scan_html, scan_xml):
        done = 0
        for piece in scan(markup):
            assert done <= piece.start <= piece.end <= len(markup)
            done = piece.end


@given(
    st.lists(st.sampled_from(["a", "ж", "&amp;", "&#1078;", "&#x436", "&NotEqualTilde;", "&x;", "&", ";", "AT&T"])).map(
        "".join
    )
)
def test_each_decoded_character_knows_its_way_back(markup: str) -> None:
    text, ends = decode_with_ends(markup, 5)
    assert len(text) == len(ends)
    assert list(ends) == sorted(ends)
    assert all(5 < end <= 5 + len(markup) for end in ends)


def test_references() -> None:
    assert decode_with_ends("a&#1078;&amp;b") == ("aж&b", [1, 8, 13, 14])
    assert decode_cyrillic("&#1078;&#x416;&zhcy; &amp;&#169;") == "жЖж &amp;&#169;"
    assert encode_text("a < b & c") == "a &lt; b &amp; c"


def test_edits_change_only_their_places() -> None:
    assert apply_edits("abcdef", [Edit(1, 2, "X"), Edit(3, 3, "-"), Edit(5, 6, "")]) == "aXc-de"
