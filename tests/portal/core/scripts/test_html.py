"""Serbian in Latin script at the exit for HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.markup.scanner import scan_html
from portal.core.scripts.html import latinise_html
from portal.core.scripts.latin_elements import latin_elements


def in_latin(body: str) -> str:
    """What becomes of a body in a document in Serbian Latin."""
    start, end = '<html lang="sr-Latn"><body>', "</body></html>"
    converted = latinise_html(start + body + end)
    assert converted.startswith(start)
    assert converted.endswith(end)
    return converted[len(start) : -len(end)]


@pytest.mark.parametrize(
    "html",
    [
        '<html lang="sr-Cyrl"><p>Жаба</p></html>',
        '<html lang="mk"><link hreflang="sr-Latn" href="/sr-latn/"><p>Жаба</p></html>',
        '<html lang="sr-Latn"><p>Žaba</p></html>',
        "<p>Жаба</p>",
        "",
    ],
)
def test_pages_that_are_not_concerned_are_returned_as_they_are(html: str) -> None:
    assert latinise_html(html) is html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Жаба</p>", "<p>Žaba</p>"),
        ('<p lang="mk">Ќ</p>Ж', '<p lang="mk">Ќ</p>Ž'),
        ('<p lang="mk">Ж<b>Ж</b></p><p>Ж</p>', '<p lang="mk">Ж<b>Ж</b></p><p>Ž</p>'),
        ('<p lang="mk">Ж<p>Ж', '<p lang="mk">Ж<p>Ž'),
        ("<P LANG=mk>Ж<P>Ж", "<P LANG=mk>Ж<P>Ž"),
        ('<p lang="mk">Ж<div>Ж</div>', '<p lang="mk">Ж<div>Ž</div>'),
        ('<ul><li lang="mk">Ж<li>Ж</ul>', '<ul><li lang="mk">Ж<li>Ž</ul>'),
        (
            '<ul><li lang="mk">Ж<ul><li>Ж</ul>Ж<li>Ж</ul>',
            '<ul><li lang="mk">Ж<ul><li>Ж</ul>Ж<li>Ž</ul>',
        ),
        ('<dl><dt lang="mk">Ж<dd>Ж<dt>Ж</dl>', '<dl><dt lang="mk">Ж<dd>Ž<dt>Ž</dl>'),
        (
            '<table><tr><td lang="mk">Ж<td>Ж<tr lang="mk"><td>Ж<tbody><tr><th>Ж</table>Ж',
            '<table><tr><td lang="mk">Ж<td>Ž<tr lang="mk"><td>Ж<tbody><tr><th>Ž</table>Ž',
        ),
        (
            '<select><option lang="mk">Ж<option>Ж<optgroup label="Ж"><option>Ж</select>',
            '<select><option lang="mk">Ж<option>Ž<optgroup label="Ž"><option>Ž</select>',
        ),
        (
            '<div lang="mk"><table><tr><td></div>Ж</table></div>Ж',
            '<div lang="mk"><table><tr><td></div>Ж</table></div>Ž',
        ),
        ('<img lang="mk" alt="Ж">Ж<br lang="mk">Ж', '<img lang="mk" alt="Ж">Ž<br lang="mk">Ž'),
        (
            '<svg lang="mk"><path d="M0"/><g lang="sr-Latn"/><text>Ж</text></svg>Ж',
            '<svg lang="mk"><path d="M0"/><g lang="sr-Latn"/><text>Ж</text></svg>Ž',
        ),
        ("<svg><title>Ж</title><![CDATA[Ж]]></svg>", "<svg><title>Ž</title><![CDATA[Ž]]></svg>"),
        ('<p lang="">Ж</p>', '<p lang="">Ж</p>'),
        ('<p lang="sr-Cyrl">Ж</p>', '<p lang="sr-Cyrl">Ж</p>'),
        ('<p lang="sr-Latn-RS">Ж</p>', '<p lang="sr-Latn-RS">Ž</p>'),
        ("a < б > в", "a < b > v"),
        ("<p>Ж <a href=", "<p>Ž <a href="),
    ],
)
def test_the_nearest_language_decides(html: str, expected: str) -> None:
    assert in_latin(html) == expected


def test_a_part_in_another_document() -> None:
    html = '<html lang="sq"><p title="Ж">Ж</p><article lang="sr-latn" title="Ж"><p>Ж</article><p>Ж</html>'
    expected = '<html lang="sq"><p title="Ж">Ж</p><article lang="sr-latn" title="Ž"><p>Ž</article><p>Ж</html>'
    assert latinise_html(html) == expected


def test_the_language_of_a_fragment_can_be_told() -> None:
    assert latinise_html('Ж<i lang="mk">Ж</i>', language="sr-Latn") == 'Ž<i lang="mk">Ж</i>'


@pytest.mark.parametrize(
    "html",
    [
        "<script>let а = 'Ж<p>';</script>",
        '<script type="application/ld+json">{"name": "Ж"}</script>',
        "<style>p::before { content: 'Ж' }</style>",
        "<code>Ж</code><pre>Ж<b>Ж</b></pre><kbd>Ж</kbd><samp>Ж</samp>",
        "<textarea>Ж<p></textarea>",
        '<p translate="no" title="Ж">Ж<b>Ж</b></p>',
        "<!-- Ж > -->",
        '<a href="/пут/" data-x="Ж" class="Ж">x</a>',
        '<input value="Ж"><input type="text" value="Ж"><input type="hidden" value="Ж">',
        '<meta name="author" content="Ж">',
        '<button value="Ж">x</button>',
        "<p>https://пример.срб/Ж</p>",
    ],
)
def test_left_alone(html: str) -> None:
    assert in_latin(html + "<p>Ж</p>") == html + "<p>Ž</p>"


@pytest.mark.parametrize(
    "attribute",
    ["title", "alt", "aria-label", "aria-description", "placeholder", "data-label"],
)
@pytest.mark.parametrize("quote", ['"', "'", ""])
def test_attributes_that_people_read(attribute: str, quote: str) -> None:
    before = f"<span id=a {attribute}={quote}Жаба{quote} class='ж>'>Ж</span>"
    assert in_latin(before) == before.replace("Жаба", "Žaba").replace(">Ж<", ">Ž<")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<input type="submit" value="Тражи">', '<input type="submit" value="Traži">'),
        ("<input type=BUTTON value=Тражи>", "<input type=BUTTON value=Traži>"),
        ('<meta name="description" content="Ж">', '<meta name="description" content="Ž">'),
        ('<meta property="og:title" content="Ж">', '<meta property="og:title" content="Ž">'),
        ('<meta content="Ж" name="twitter:title">', '<meta content="Ž" name="twitter:title">'),
        ('<track label="Ж">', '<track label="Ž">'),
        ('<textarea placeholder="Ж">Ж</textarea>', '<textarea placeholder="Ž">Ж</textarea>'),
        ('<p translate="no">Ж<b translate="yes">Ж</b></p>', '<p translate="no">Ж<b translate="yes">Ž</b></p>'),
        ("<title>Ж & <b></title>", "<title>Ž & <b></title>"),
        ('<p title="a > Ж">Ж', '<p title="a > Ž">Ž'),
    ],
)
def test_special_elements(html: str, expected: str) -> None:
    assert in_latin(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("&#1046;аба &lt;&amp;&gt;&nbsp;&#x436; &zhcy;&Dcy;", "Žaba &lt;&amp;&gt;&nbsp;ž žD"),
        ("&#169; &#8364; &unknown;", "&#169; &#8364; &unknown;"),
        ('<b title="&quot;&#1046;&quot;">x</b>', '<b title="&quot;Ž&quot;">x</b>'),
        ("Љ&shy;УБАВ", "LJ&shy;UBAV"),
        ("https://x.org/&nbsp;Ж", "https://x.org/&nbsp;Ž"),
    ],
)
def test_character_references(html: str, expected: str) -> None:
    assert in_latin(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b>Џ</b>УГАЊ", "<b>DŽ</b>UGANJ"),
        ("ЏУГА<b>Њ</b>", "DŽUGA<b>NJ</b>"),
        ("<span>Љ</span>убав", "<span>Lj</span>ubav"),
        ("<li>Љ</li><li>УБАВ</li>", "<li>Lj</li><li>UBAV</li>"),
    ],
)
def test_capitals_of_a_word_that_tags_divide(html: str, expected: str) -> None:
    assert in_latin(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>1<бр>2</p>", "<p>1&lt;br>2</p>"),
        ("<p>1<&#1073;r>2</p>", "<p>1&lt;br>2</p>"),
        ("<title>x</тitle><p>y", "<title>x&lt;/title><p>y"),
        ("<p>&лт;б&nbsп;", "<p>&amp;lt;b&amp;nbsp;"),
        ('<p title="&лт;">x', '<p title="&amp;lt;">x'),
    ],
)
def test_text_never_becomes_a_tag_or_a_reference(html: str, expected: str) -> None:
    assert in_latin(html) == expected


def test_separators_in_the_page_do_no_harm() -> None:
    assert in_latin("Ж\x1eЖ<p>Ж\x1f") == "Ž\x1eŽ<p>Ž\x1f"


PARTS = """<p> </p> <b> </b> <br> <li> <td> </div> <code> </code> <svg> </svg> <g/> <textarea> <script>Ж</script>
&amp; &#1046; < > <б & лт; Њ Жаба УГАЉ text https://пример.срб " ='"""
_fragments = st.lists(
    st.sampled_from([*PARTS.split(), '<p lang="mk">', '<i title="Ж">', "<!-- Ж -->", "<a href='", " ", "\x1e"])
).map("".join)


def tags(html: str) -> list[str]:
    return [piece.name for piece in scan_html(html) if piece.kind != "text"]


@given(_fragments)
def test_any_fragment_keeps_its_tags_and_a_second_time_changes_nothing(fragment: str) -> None:
    html = f'<html lang="sr-Latn">{fragment}'
    once = latinise_html(html)
    assert tags(once) == tags(html)
    assert latinise_html(once) == once


@given(_fragments)
def test_another_language_is_never_touched(fragment: str) -> None:
    html = f'<html lang="sr-Cyrl">{fragment}'
    assert latinise_html(html) == html


_latin_parts = st.lists(
    st.sampled_from(
        [
            *PARTS.split(),
            *[
                '<p lang="mk">',
                '<b lang="sr-Latn">',
                "<p lang='sr-latn'>",
                '<svg lang="sr-Latn"/>',
                "<br>",
                "</p>",
                "</b>",
            ],
            *['<i title="Ж" lang="sr-Latn">', '<a translate="no">', "<!-- Ж -->", "<code>", " ", "Њ", "абв"],
        ]
    ),
    max_size=12,
).map("".join)


@given(_latin_parts)
def test_elements_looked_at_alone_are_as_in_the_page_looked_at_as_a_whole(body: str) -> None:
    html = f'<!doctype html><html lang="mk">{body}'
    # A comment could say something about what is around it, so the whole page is looked at.
    assert latinise_html(html) == latinise_html(f"{html}<!-- -->").removesuffix("<!-- -->")


def test_a_page_in_another_language_with_a_title_in_latin_script_is_not_gone_through() -> None:
    before = '<!doctype html><i translate="no">Име</i><p>Оцена</p>'
    html = f'{before}<h3><a lang="sr-Latn" title="Џак">Процена</a></h3>\n<p lang="sr-Latn">ризика</p>'
    assert latin_elements(html) is not None
    latin = f'{before}<h3><a lang="sr-Latn" title="Džak">Procena</a></h3>\n<p lang="sr-Latn">rizika</p>'
    assert latinise_html(html) == latin
