"""The ways through the glossary, for readers of different alphabets."""

import pytest

from portal.core.languages.catalogue import BY_CODE
from portal.vocabulary.glossary.browse import all_concepts, hierarchy, letters, matching
from portal.vocabulary.glossary.wording import Wording, equivalents, term
from portal.vocabulary.models import Concept

pytestmark = pytest.mark.django_db


def make(identifier, broader=None, **labels):
    texts = {f"label_{code}": text for code, text in labels.items()}
    return Concept.objects.create(identifier=identifier, broader=broader, **texts)


def outline(entries):
    return [(entry.term.text, outline(entry.narrower)) if entry.narrower else entry.term.text for entry in entries]


def test_the_hierarchy_is_alphabetical_at_each_level():
    top = make("sanctions", sq="sanksione", bs="sankcije")
    make("work", sq="punë", bs="rad")
    make("shelter", top, sq="strehim", bs="sklonište")
    probation = make("probation", top, sq="shërbim i provës", bs="probacija")
    make("supervision", probation, sq="mbikëqyrje", bs="nadzor")
    concepts = all_concepts()
    assert outline(hierarchy(concepts, BY_CODE["sq"])) == [
        "punë",
        ("sanksione", ["strehim", ("shërbim i provës", ["mbikëqyrje"])]),
    ]
    assert outline(hierarchy(concepts, BY_CODE["bs"])) == [
        "rad",
        ("sankcije", [("probacija", ["nadzor"]), "sklonište"]),
    ]


def test_letters_are_those_of_the_readers_alphabet():
    make("violence", sq="dhunë", bs="nasilje", sr="насиље", en="violence")
    make("care", sq="njerëz", bs="njega", sr="нега", en="care")
    make("paris", sq="Westminster", bs="Westminster", sr="Westminster", en="3D scan")

    def shown(code):
        return {
            letter.name: [entry.term.text for entry in letter.entries]
            for letter in letters(all_concepts(), BY_CODE[code])
            if letter.entries
        }

    assert shown("sq") == {"Dh": ["dhunë"], "Nj": ["njerëz"], "W": ["Westminster"]}
    assert shown("bs") == {"N": ["nasilje"], "Nj": ["njega"], "W": ["Westminster"]}
    assert shown("sr") == {"Н": ["насиље", "нега"], "#": ["Westminster"]}
    assert shown("sr-latn") == {"N": ["насиље", "нега"], "W": ["Westminster"]}
    assert shown("en") == {"C": ["care"], "V": ["violence"], "#": ["3D scan"]}
    names = [letter.name for letter in letters(all_concepts(), BY_CODE["sq"])]
    assert (len(names), names[-2:]) == (37, ["Zh", "W"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("prison", ["prison", "prison staff"]),
        ("PRISON ", ["prison", "prison staff"]),
        ("затвор", ["prison"]),
        ("zatvor", ["prison"]),
        ("mbikeqyr", ["supervision"]),
        ("burg", ["prison"]),
        ("nothing", []),
    ],
)
def test_words_are_found_in_any_language_and_spelling(text, found):
    prison = make("prison", en="prison", sr="затвор", sq="institucion")
    prison.alternative_labels_sq = "burg\nIEVP"
    prison.save()
    make("staff", en="prison staff", sq="personel")
    make("supervision", en="supervision", sq="mbikëqyrje")
    entries = matching(all_concepts(), text, BY_CODE["en"])
    assert [entry.term.text for entry in entries] == found


def test_a_match_in_another_language_is_shown_in_it():
    make("prison", en="prison", sr="затвор", mk="затвор", bs="zatvor")
    (for_english,) = matching(all_concepts(), "zatvor", BY_CODE["en"])
    assert for_english.found == [Wording("zatvor", "bs"), Wording("затвор", "mk")]
    (for_bosnian,) = matching(all_concepts(), "zatvor", BY_CODE["bs"])
    assert for_bosnian.found == []


def test_a_term_missing_in_the_readers_language_is_the_nearest_one_and_marked():
    concept = make("ward", sr="одељење")
    assert term(concept, BY_CODE["sr"]) == Wording("одељење", "")
    assert term(concept, BY_CODE["sr-latn"]) == Wording("одељење", "")
    assert term(concept, BY_CODE["bs"]) == Wording("одељење", "sr-Latn")
    assert term(concept, BY_CODE["en"]) == Wording("одељење", "sr-Cyrl")
    assert term(make("nothing"), BY_CODE["sq"]) == Wording("nothing", "en")


def test_equivalents_are_in_all_seven_renderings():
    concept = make("prison", en="prison", sr="затвор")
    concept.alternative_labels_sr = " КПЗ \r\n\r\nзавод"
    concept.review_languages = "sr"
    rows = [
        (row.language.code, row.text, row.others, row.is_reader, row.needs_review)
        for row in equivalents(concept, BY_CODE["sr-latn"])
    ]
    assert rows == [
        ("en", "prison", [], False, False),
        ("sq", "", [], False, False),
        ("bs", "", [], False, False),
        ("cnr", "", [], False, False),
        ("mk", "", [], False, False),
        ("sr", "затвор", ["КПЗ", "завод"], False, True),
        ("sr-latn", "затвор", ["КПЗ", "завод"], True, True),
    ]
