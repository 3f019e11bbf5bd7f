"""Terms of the glossary in running text: in all their forms, longest first, and only what is meant."""

import pytest

from portal.vocabulary.models import Concept
from search.lexicon.glossary import Terms, current_glossary
from tests.factories.vocabulary import make_concept


def terms(code, **labels):
    """Terms with these preferred terms by identifier (`_` for a hyphen); a tuple has other terms after the first."""
    concepts = []
    for identifier, given in labels.items():
        label, *others = (given,) if isinstance(given, str) else given
        concepts.append(
            Concept(
                identifier=identifier.replace("_", "-"),
                **{f"label_{code}": label, f"alternative_labels_{code}": "\n".join(others)},
            )
        )
    return Terms(concepts, code)


def found(known, text):
    return [(text[one.start : one.end], one.identifier) for one in known.mentions(text)]


@pytest.mark.parametrize(
    ("code", "term", "text", "shown"),
    [
        ("en", "release plan", "Two Release Plans were made.", "Release Plans"),
        ("sq", "shërbimi i provës", "Detyrat e shërbimit të provës janë të qarta.", "shërbimit të provës"),
        ("sq", "i burgosur", "Një nga të burgosurit foli.", "burgosurit"),
        ("bs", "uslovni otpust", "O uslovnom otpustu odlučuje sud.", "uslovnom otpustu"),
        ("cnr", "procjena rizika", "Poslije procjene rizika slijedi plan.", "procjene rizika"),
        ("mk", "пробациски службеник", "Зборуваше пробацискиот службеник.", "пробацискиот службеник"),
        ("sr", "план отпуста", "У плану отпуста стоји све.", "плану отпуста"),
    ],
)
def test_terms_are_found_in_all_their_forms(code, term, text, shown):
    assert found(terms(code, it=term), text) == [(shown, "it")]


def test_the_longest_term_is_the_one_meant():
    known = terms("en", release="release", release_plan="release plan", prison="prison")
    text = "A release plan is made in prison, before release."
    assert found(known, text) == [("release plan", "release-plan"), ("prison", "prison"), ("release", "release")]


@pytest.mark.parametrize(
    "text", ["On release. Plan the day.", "release, plan", "the release of the plan", "release: plan"]
)
def test_words_that_a_sentence_keeps_apart_are_no_term(text):
    assert found(terms("en", release_plan="release plan"), text) == []


@pytest.mark.parametrize("text", ["prison-exit continuum", "prison–exit continuum", "prison (exit) continuum"])
def test_signs_within_a_term_do_not_matter(text):
    assert found(terms("en", it="prison–exit continuum"), text) == [(text, "it")]


def test_small_words_belong_to_a_term():
    known = terms("en", by_law="by-law", law="law")
    assert found(known, "The law and its by-laws, of law") == [("law", "law"), ("by-laws", "by-law"), ("law", "law")]


def test_other_terms_of_one_word_are_found_only_as_acronyms():
    known = terms(
        "en", law=("law", "act", "legal act"), cso=("civil society organisation", "NGO"), mou=("memorandum", "MoU")
    )
    text = "They act under a legal act. An ngo is an NGO, a mou is the MoU."
    assert found(known, text) == [("legal act", "law"), ("NGO", "cso"), ("MoU", "mou")]


def test_a_preferred_term_comes_before_another_of_the_same_words():
    known = terms("en", a=("first", "release plan"), b="release plan")
    assert found(known, "a release plan") == [("release plan", "b")]


@pytest.mark.parametrize("text", ["", " ", "?!", "\x00", "a" * 5000, "- - -", "́" * 50])
def test_text_without_terms_has_none(text):
    assert found(terms("en", it="release plan", empty="", odd="?"), text) == []


def test_a_concept_without_a_term_in_the_language_is_not_found():
    assert found(Terms([Concept(identifier="it", label_en="release")], "sq"), "release") == []


@pytest.mark.django_db
def test_changes_are_there_at_once():
    concept = make_concept("plan", label_en="release plan")
    assert found(current_glossary().terms("en"), "release plan") == [("release plan", "plan")]
    concept.label_en = "exit plan"
    concept.save()
    assert found(current_glossary().terms("en"), "release plan or exit plan") == [("exit plan", "plan")]
    concept.delete()
    assert current_glossary().concepts == {}


@pytest.mark.django_db
def test_it_is_read_once(django_assert_num_queries):
    make_concept("plan")
    current_glossary()
    with django_assert_num_queries(1):
        current_glossary()
