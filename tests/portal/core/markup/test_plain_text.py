"""Words out of what editors write."""

import pytest

from portal.core.markup.plain_text import plain_text
from practices.models import GoodPractice, Methodology


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("<p>One <b>two</b></p><ul><li>three</li><li>four</li></ul>", "One two three four"),
        (
            '<p>See <a linktype="page" id="4">the plan</a>, <i>p</i>. 3<br/>and<hr/>more</p>',
            "See the plan, p. 3 and more",
        ),
        ("Fish &amp; chips &lt;b&gt;", "Fish & chips <b>"),
        ("a\n\n b\xa0c", "a b c"),
    ],
)
def test_markup_goes_and_words_stay_apart(value, text):
    assert plain_text(value) == text


@pytest.mark.django_db
def test_a_stream_gives_the_text_of_its_blocks():
    page = GoodPractice(
        steps_en=[
            ("step", {"title": "First", "text": "<p>Meet <i>early</i></p>"}),
            ("step", {"title": "Second", "text": ""}),
        ]
    )
    assert plain_text(page.steps_en) == "First Meet early Second"


@pytest.mark.django_db
def test_numbers_in_a_stream_are_not_text():
    page = Methodology(sessions_en=[("session", {"title": "Trust", "content": "<p>Talk</p>", "minutes": 45})])
    assert plain_text(page.sessions_en) == "Trust Talk"
