"""Every form of a mention, and everything that only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.status_note.mentions import find_mentions, may_mention
from portal.core.status_note.text import bare_mentions, has_mention, mark_document, mark_text

FORMS = {
    "en": "Kosovo Kosovan Kosovans Kosovar Kosovars",
    "sq": "Kosovë Kosova Kosovën Kosovës Kosove Kosovo kosovar kosovare kosovarë kosovarët kosovarëve kosovarja",
    "bs": "Kosovo Kosova Kosovu Kosovom kosovski kosovska kosovskog kosovskih kosovskima Kosovac Kosovka Kosovari",
    "cnr": "Kosovo Kosova Kosovu Kosovom kosovski kosovske kosovskome Kosovci sjevernokosovski",
    "mk": "Косово Косовото косовски косовска косовско косовските косовскиот Косовар Косовари Косоварите Косовец",
    "sr": "Косово Косова Косову Косовом косовски косовска косовских Косовац Косовка Косовари севернокосовски",
}
ALL_FORMS = sorted({form for forms in FORMS.values() for form in forms.split()})


@pytest.mark.parametrize("form", ALL_FORMS)
@pytest.mark.parametrize("change", [str, str.upper, str.title])
@pytest.mark.parametrize("around", ["{}", "u {}, i", "({})", "„{}“", "a/{}.", "pre-{}!", "x\u00a0{}\u00a0y", "_{}_"])
def test_every_form_gets_its_asterisk_behind_the_word(form: str, change, around: str) -> None:
    form = change(form)
    assert mark_text(around.format(form)) == around.format(form + "*")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Kosovo's", "Kosovo*'s"),
        ("Kosovo’s law", "Kosovo*’s law"),
        ("Kosovo-wide", "Kosovo*-wide"),
        ("Kosovo–Albania", "Kosovo*–Albania"),
        ("srpsko-kosovski", "srpsko-kosovski*"),
        ("UNMIK/Kosovo", "UNMIK/Kosovo*"),
        ("Ko\u00adso\u00advo", "Ko\u00adso\u00advo*"),
        ("Kosove\u0308 dhe", "Kosove\u0308* dhe"),
        ("Kosove\u0308s", "Kosove\u0308s*"),
        ("\u200bKosovo", "\u200bKosovo*"),
        ("Kosovo1", "Kosovo*1"),
        ("Kosovo Polje", "Kosovo* Polje"),
        ("Fushë Kosovë", "Fushë Kosovë*"),
        ("Kosovo.Then", "Kosovo*.Then"),
        ("Koсово and Kосовo half in each script", "Koсово* and Kосовo* half in each script"),
        ("Kosovo, Kosovo and Kosovo*", "Kosovo*, Kosovo* and Kosovo*"),
        ("Kosovo\n* a list", "Kosovo*\n* a list"),
        ("Kosovo * Albania", "Kosovo* * Albania"),
    ],
)
def test_where_the_asterisk_goes(text: str, marked: str) -> None:
    assert mark_text(text) == marked


@pytest.mark.parametrize(
    "text", ["Kosovo*", "Kosovës*.", "Kosovo*'s", "Kosovo's*", "Kosovo *", "Kosovo\u00a0*.", "Kosovo**"]
)
def test_a_mark_is_not_doubled(text: str) -> None:
    assert mark_text(text) == text
    assert has_mention(text)
    assert bare_mentions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://www.example.org/kosovo/Kosovo?x=kosovo#Kosovo",
        "www.kosovo.net",
        "kosovo.org",
        "police.kosovo.example.eu/kosovo",
        "info@kosovo.example.org",
        "kosovo@example.org",
        "mailto:kosovo@example.org",
        "#Kosovo #VisitKosovo @kosovo",
        "/sq/beneficiaries/kosovo/",
        "report-kosovo.pdf",
        "kosovo_footnote in_kosovo my_kosovo_map",
        "Kocovski, kosa, Kosor, косити, kos ovo",
        "",
    ],
)
def test_what_is_no_mention(text: str) -> None:
    assert mark_text(text) == text
    assert not has_mention(text)


def test_a_mention_is_where_it_is_said_to_be() -> None:
    text = "In Kosovo*, the Kosovan law"
    assert [(text[m.start : m.end], m.marked) for m in find_mentions(text)] == [("Kosovo", True), ("Kosovan", False)]
    assert bare_mentions(text) == ["Kosovan"]


@pytest.mark.parametrize(
    "markup", ["K<b>o</b>sovo", "Ko&shy;sovo", "&#75;osovo", "&#x041A;осово", "&Kcy;осово", "KOSOVO"]
)
def test_the_quick_look_misses_nothing_in_markup(markup: str) -> None:
    assert may_mention(f"<p>{markup}</p>")


def test_the_quick_look_is_not_troubled_by_everyday_references() -> None:
    assert not may_mention("<p>it&#x27;s &amp; &quot;that&#39;s&quot; &nbsp; ok so vo</p>")


_texts = st.lists(
    st.one_of(
        st.sampled_from([*ALL_FORMS, "*", "'s", " ", "-", "_", ".", "@", "#", "/", "\u00ad", "https://", "1"]),
        st.text(),
    )
).map("".join)


@given(_texts)
def test_marking_twice_is_marking_once(text: str) -> None:
    assert mark_text(mark_text(text)) == mark_text(text)


@given(_texts)
def test_nothing_but_asterisks_is_added_one_for_each_bare_mention(text: str) -> None:
    marked = mark_text(text)
    assert len(marked) - len(text) == len(bare_mentions(text)) == marked.count("*") - text.count("*")
    assert marked.replace("*", "") == text.replace("*", "")
    assert marked.count("**") == text.count("**")


@given(st.lists(st.sampled_from(ALL_FORMS), min_size=1))
def test_as_many_marks_as_mentions(forms: list[str]) -> None:
    assert mark_text(" ".join(forms)) == " ".join(form + "*" for form in forms)


@given(_texts, st.sampled_from(["en", "sq", "bs", "cnr", "mk", "sr", "sr-latn"]))
def test_a_finished_document_stays_as_it_is(text: str, language: str) -> None:
    assert mark_document(mark_document(text, language), language) == mark_document(text, language)
