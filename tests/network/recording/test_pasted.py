"""What people paste, as plain text."""

import pytest

from network.recording.pasted import as_plain_text


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("Plain text, 3 < 5 and <3 months", "Plain text, 3 < 5 and <3 months"),
        ("One\r\n\r\n\r\n\r\nTwo", "One\n\nTwo"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ("<p class=MsoNormal>A<o:p></o:p></p>\n<p>B &amp; C</p>", "A\nB & C"),
        ("<script>alert(1)</script><b>Kept</b>", "Kept"),
        ("<style>never closed", ""),
        ("<!-- never closed <b>", ""),
        ("A\x00B\u202eC\u00a0D", "ABC D"),
        ("&lt;b&gt; stays as it was typed", "&lt;b&gt; stays as it was typed"),
        ("", ""),
    ],
)
def test_words_stay_and_markup_goes(pasted, words):
    assert as_plain_text(pasted) == words


def test_much_of_it_takes_time_in_proportion():
    assert as_plain_text("<b" * 200_000) == "<b" * 200_000
    assert as_plain_text("<!--<style>" * 50_000 + "<b>") == ""
