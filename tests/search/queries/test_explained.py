"""Terms marked in texts: the first mention of each, only where words are read, and what is said of them."""

import pytest
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from search.queries.explained import MOST, explained
from tests.factories.vocabulary import make_concept

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_concept(
        "release-plan",
        label_en="release plan",
        label_sq="plan lirimi",
        label_bs="plan otpusta",
        label_cnr="plan otpusta",
        label_mk="план за отпуст",
        label_sr="план отпуста",
        note_en="Made before the date.",
    )


def marked(*texts, code="en", reader="en"):
    with translation.override(reader):
        return [str(text) for text in explained([mark_safe(text) for text in texts], code).texts]


LINK = '<a class="term" href="#term-release-plan">{}</a>'


def test_the_first_mention_of_a_term_leads_to_what_it_means(plan):
    assert marked("<p>No term.</p>", "<p>The release plans &amp; release plans.</p>", "<p>A release plan.</p>") == [
        "<p>No term.</p>",
        f"<p>The {LINK.format('release plans')} &amp; release plans.</p>",
        "<p>A release plan.</p>",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '<p><a href="/x/">a <b>release plan</b></a></p>',
        "<h2>The release plan</h2>",
        "<h3>The <em>release plan</em></h3>",
        "<p><code>release plan</code></p>",
        "<button>release plan</button>",
        "<details><summary>release plan</summary></details>",
        '<p lang="sq">release plan</p>',
        '<p translate="no">release plan</p>',
        '<img alt="release plan" title="release plan">',
        "<!-- release plan -->",
        "<p>release <b>plan</b></p>",
    ],
)
def test_what_is_no_running_text_is_left_alone(plan, text):
    assert marked(text) == [text]
    assert marked(text, "<p>release plan</p>")[1] == f"<p>{LINK.format('release plan')}</p>"


def test_markup_and_references_around_a_term_stay_as_they_were(plan):
    text = "<ul><li>&lt;b&gt; &quot;<i>release&nbsp;plan</i>&quot; &amp;c.</li></ul>"
    assert marked(text) == [text.replace("release&nbsp;plan", LINK.format("release&nbsp;plan"))]


def test_terms_are_those_of_the_language_of_the_text(plan):
    assert marked("<p>У плану отпуста.</p>", code="sr", reader="sr-latn") == [
        f"<p>У {LINK.format('плану отпуста')}.</p>"
    ]
    assert marked("<p>A release plan.</p>", code="sq", reader="sq") == ["<p>A release plan.</p>"]


def test_it_says_what_a_term_means_and_what_it_is_called_elsewhere(plan):
    with translation.override("sq"):
        term = explained([mark_safe("<p>A release plan.</p>")], "en").terms[0]
    assert (term.identifier, term.url) == ("release-plan", "/sq/glossary/release-plan/")
    assert (term.term.text, term.term.html_lang) == ("release plan", "en")
    assert (term.note.text, term.note.html_lang) == ("Made before the date.", "en")
    assert [([one.code for one in other.languages], other.text, other.html_lang) for other in term.equivalents] == [
        (["sq"], "plan lirimi", ""),
        (["bs", "cnr"], "plan otpusta", "bs"),
        (["mk"], "план за отпуст", "mk"),
        (["sr"], "план отпуста", "sr-Cyrl"),
    ]


def test_serbian_in_latin_script_is_marked_for_the_exit(plan):
    with translation.override("sr-latn"):
        term = explained([mark_safe("<p>A release plan.</p>")], "en").terms[0]
    first = term.equivalents[0]
    assert ([one.code for one in first.languages], first.text, first.html_lang) == (["sr-latn"], "план отпуста", "")


def test_of_many_terms_those_with_a_note_then_those_of_several_words_are_kept():
    names = [f"{letter}word" for letter in "abcdefghijklmn"]
    for name in names:
        make_concept(name, label_en=name)
    make_concept("two-words", label_en="two words")
    make_concept("noted", label_en="noted", note_en="A note.")
    text = f"<p>{', '.join(names)}, two words, noted.</p>"
    with translation.override("en"):
        found = explained([mark_safe(text)], "en")
    assert [term.identifier for term in found.terms] == [*names[: MOST - 2], "two-words", "noted"]
    assert str(found.texts[0]).count('class="term"') == MOST


def test_texts_stay_safe_html(plan):
    with translation.override("en"):
        found = explained([mark_safe("<p>release plan</p>"), mark_safe("<p>&lt;script&gt;</p>")], "en")
    assert [type(text) for text in found.texts] == [SafeString, SafeString]
    assert found.texts[1] == "<p>&lt;script&gt;</p>"


def test_one_query_for_any_number_of_terms_and_none_without_a_text(plan, django_assert_num_queries):
    make_concept("prison", label_en="prison")
    marked("<p>warm</p>")
    with django_assert_num_queries(1):
        marked("<p>release plan</p>", "<p>prison and release plan</p>")
    with django_assert_num_queries(0):
        assert marked("", "") == ["", ""]
        assert marked() == []
