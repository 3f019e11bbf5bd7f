"""Serbian in Latin script at the exit for feeds."""

import pytest

from portal.core.scripts.xml import latinise_xml


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<feed xml:lang="sr-Latn"><title>Жаба</title></feed>', '<feed xml:lang="sr-Latn"><title>Žaba</title></feed>'),
        ('<feed xml:lang="sr"><title>Жаба</title></feed>', '<feed xml:lang="sr"><title>Жаба</title></feed>'),
        (
            '<rss><item lang="sr-Latn"><link>https://x.org/Ж</link><a/>Ж</item>Ж</rss>',
            '<rss><item lang="sr-Latn"><link>https://x.org/Ж</link><a/>Ž</item>Ж</rss>',
        ),
        (
            '<f xml:lang="sr-Latn"><t xml:lang="mk">Ж</t><P>Ж<P>Ж</P></P></f>',
            '<f xml:lang="sr-Latn"><t xml:lang="mk">Ж</t><P>Ž<P>Ž</P></P></f>',
        ),
        (
            '<c xml:lang="sr-Latn"><![CDATA[<b>Ж</b><code>Ж</code>]]></c>',
            '<c xml:lang="sr-Latn"><![CDATA[<b>Ž</b><code>Ж</code>]]></c>',
        ),
        ('<c xml:lang="sr-Latn"><!-- Ж --><?x Ж?>&#1046;</c>', '<c xml:lang="sr-Latn"><!-- Ж --><?x Ж?>Ž</c>'),
        ("<c>&lt;p lang=&quot;sr-Latn&quot;&gt;Ж</c>", "<c>&lt;p lang=&quot;sr-Latn&quot;&gt;Ž</c>"),
    ],
)
def test_the_nearest_language_decides(xml: str, expected: str) -> None:
    assert latinise_xml(xml) == expected
    assert latinise_xml(expected) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("&lt;p title=&quot;Ж&quot; class=&quot;Ж&quot;&gt;Ж", "&lt;p title=&quot;Ž&quot; class=&quot;Ж&quot;&gt;Ž"),
        ("Ж &amp;amp; &lt;i lang=&#39;mk&#39;&gt;Ж&lt;/i&gt;", "Ž &amp;amp; &lt;i lang=&#39;mk&#39;&gt;Ж&lt;/i&gt;"),
        ("&lt;code&gt;Ж&lt;/code&gt;&amp;#1046;", "&lt;code&gt;Ж&lt;/code&gt;Ž"),
        ("&lt;б", "&amp;lt;b"),
        ("Б&amp;Б &quot;ЏЕП&quot; &#1046;", "B&amp;B &quot;DŽEP&quot; Ž"),
    ],
)
def test_escaped_html_is_changed_in_place(content: str, expected: str) -> None:
    feed = '<feed xml:lang="sr-Latn"><content type="html">{}</content></feed>'
    assert latinise_xml(feed.format(content)) == feed.format(expected)


def test_a_language_can_be_told_from_outside() -> None:
    assert latinise_xml("<t>Ж</t>", language="sr-Latn") == "<t>Ž</t>"
