"""The status footnote at the exit for feeds."""

import pytest

from portal.core.status_note.notes import note_for
from portal.core.status_note.xml import mark_xml

NOTE = f"* {note_for('en')}"


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (
            "<feed><title>Kosovo</title><id>kosovo</id><entry><id>a</id></entry></feed>",
            f"<feed><title>Kosovo*</title><id>kosovo</id><rights>{NOTE}</rights><entry><id>a</id></entry></feed>",
        ),
        ("<feed><title>Kosovo*</title></feed>", f"<feed><title>Kosovo*</title><rights>{NOTE}</rights></feed>"),
        (
            "<feed><rights>Network</rights><title>Kosovo</title><entry><rights>x</rights></entry></feed>",
            f"<feed><rights>Network\n{NOTE}</rights><title>Kosovo*</title><entry><rights>x</rights></entry></feed>",
        ),
        (
            "<a:feed xmlns:a='x'><a:entry><a:title>Kosovo</a:title></a:entry></a:feed>",
            f"<a:feed xmlns:a='x'><a:rights>{NOTE}</a:rights><a:entry><a:title>Kosovo*</a:title></a:entry></a:feed>",
        ),
        (
            "<entry><title>Kosovo</title></entry>",
            f"<entry><title>Kosovo*</title><rights>{NOTE}</rights></entry>",
        ),
        (
            "<rss><channel><title>a</title><description>b</description><item><description>Kosovo</description></item></channel></rss>",
            f"<rss><channel><title>a</title><description>b\n{NOTE}</description><item><description>Kosovo*</description></item></channel></rss>",
        ),
        (
            "<rss><channel><description/><item><title>Kosovo</title></item></channel></rss>",
            f"<rss><channel><description>{NOTE}</description><item><title>Kosovo*</title></item></channel></rss>",
        ),
        (
            "<rss><channel><title>Kosovo</title><item><guid>kosovo</guid></item></channel></rss>",
            f"<rss><channel><title>Kosovo*</title><description>{NOTE}</description><item><guid>kosovo</guid></item></channel></rss>",
        ),
    ],
)
def test_words_are_marked_and_the_note_is_put_once(xml: str, expected: str) -> None:
    assert mark_xml(xml, "en") == expected
    assert mark_xml(expected, "en") == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('&lt;a title="Kosovo"&gt;Kosovo&lt;/a&gt;', '&lt;a title="Kosovo"&gt;Kosovo*&lt;/a&gt;'),
        ("&lt;b&gt;Kosovo&lt;/b&gt;*", "&lt;b&gt;Kosovo&lt;/b&gt;*"),
        ("&lt;p&gt;Kosov&amp;euml;&lt;/p&gt;", "&lt;p&gt;Kosov&amp;euml;*&lt;/p&gt;"),
        ("&lt;code&gt;Kosovo&lt;/code&gt; Kosovo", "&lt;code&gt;Kosovo&lt;/code&gt; Kosovo*"),
        ("<![CDATA[<p title='Kosovo'>Kosovo &amp; x</p>]]>", "<![CDATA[<p title='Kosovo'>Kosovo* &amp; x</p>]]>"),
        (
            "<div><p>Kos<b>ovo</b></p><p title='Kosovo'>Kosovo*</p></div>",
            "<div><p>Kos<b>ovo*</b></p><p title='Kosovo'>Kosovo*</p></div>",
        ),
    ],
)
def test_html_inside_is_read_as_html(content: str, expected: str) -> None:
    feed = "<feed><rights>x{}</rights><entry><content>{}</content></entry></feed>"
    assert mark_xml(feed.format("", content), "en") == feed.format(f"\n{NOTE}", expected)


def test_a_feed_without_a_mention_is_returned_as_it_is() -> None:
    xml = "<feed><title>a</title></feed>"
    assert mark_xml(xml, "en") is xml


def test_other_xml_is_refused() -> None:
    with pytest.raises(ValueError, match="neither an Atom nor an RSS document"):
        mark_xml("<records><title>Kosovo</title></records>", "en")
