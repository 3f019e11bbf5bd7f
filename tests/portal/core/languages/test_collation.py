"""Alphabetical order and index letters in the seven renderings."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.languages.catalogue import LANGUAGES
from portal.core.languages.collation import OTHER, alphabet, letter_of, sort_key

ALL_CODES = [language.code for language in LANGUAGES]


def in_order(words, code):
    return sorted(words, key=lambda word: sort_key(word, code))


@pytest.mark.parametrize(
    ("code", "ordered"),
    [
        ("en", ["absence", "after-care", "aftercare", "prisoner", "Probation"]),
        ("en", ["10 rules", "2 rules", "rules"]),
        ("sq", ["cilësi", "çështje", "dosje", "dhunë", "edukim", "ëndërr", "fund"]),
        ("sq", ["gardh", "gusht", "gjobë", "gjykatë", "hetim"]),
        ("sq", ["lule", "llogari", "mbikëqyrje", "nuk", "njeri", "organ"]),
        ("sq", ["punë", "qendër", "rutinë", "rrezik", "siguri", "strehim", "shërbim", "tregim", "thirrje", "udhë"]),
        ("sq", ["vend", "web", "xixë", "xham", "yll", "zyrë", "zhvillim"]),
        ("bs", ["cilj", "čin", "ćelija", "dug", "dvorište", "džep", "đak", "edukacija"]),
        ("bs", ["lista", "luka", "ljekar", "mjera", "nasilje", "nužda", "njega", "osoba"]),
        ("bs", ["savez", "sud", "škola", "žena"]),
        ("cnr", ["sudija", "šansa", "śever", "tok", "zid", "žena", "źenica"]),
        ("mk", ["гардија", "дело", "ѓавол", "егзекутор", "жена", "затвор", "ѕвезда", "игра", "јавност"]),
        ("mk", ["лице", "љубов", "мера", "нужда", "њива", "обука", "тим", "ќелија", "услов", "џеб", "школа"]),
        (
            "sr",
            ["дело", "ђак", "еснаф", "закон", "истрага", "јавност", "тим", "ћелија", "услов", "чувар", "џеп", "школа"],
        ),
        ("sr-latn", ["цена", "циљ", "час", "ћелија", "дуг", "џеп", "ђак", "едукација", "физика", "школа", "врата"]),
    ],
)
def test_words_stand_in_the_order_of_the_alphabet(code, ordered):
    assert in_order(reversed(ordered), code) == ordered


def test_serbian_in_latin_keeps_two_letters_apart_that_cyrillic_writes_apart():
    """инјекција has н and ј; њ comes after every н."""
    assert in_order(["ињак", "инјекција", "инвалид", "инструктор"], "sr-latn") == [
        "инјекција",
        "инструктор",
        "инвалид",
        "ињак",
    ]


def test_what_does_not_count():
    assert sort_key("Kosovo*", "en")[:2] == sort_key("kosovo", "en")[:2]
    assert sort_key("“Exit”", "en")[:2] == sort_key("exit", "en")[:2]
    assert sort_key("ǆep", "bs")[:2] == sort_key("džep", "bs")[:2]


def test_words_are_compared_word_by_word():
    assert in_order(["prisons", "prison staff", "prison"], "en") == ["prison", "prison staff", "prisons"]


def test_an_accented_foreign_letter_stands_beside_its_base_letter():
    assert in_order(["résumé", "resume", "retail"], "en") == ["resume", "résumé", "retail"]


def test_another_script_comes_last():
    assert in_order(["затвор", "zatvor", "žena"], "bs") == ["zatvor", "žena", "затвор"]


@pytest.mark.parametrize(
    ("text", "code", "letter"),
    [
        ("dhunë", "sq", "Dh"),
        ("DHUNË", "sq", "Dh"),
        ("djalë", "sq", "D"),
        ("xhami", "sq", "Xh"),
        ("çështje", "sq", "Ç"),
        ("web", "sq", "W"),
        ("njega", "bs", "Nj"),
        ("Džep", "cnr", "Dž"),
        ("dhunë", "bs", "D"),
        ("њега", "sr", "Њ"),
        ("њега", "sr-latn", "Nj"),
        ("љубав", "sr-latn", "Lj"),
        ("Ѓорче", "mk", "Ѓ"),
        ("zatvor", "mk", OTHER),
        ("“exit” work", "en", "E"),
        ("- exit", "en", "E"),
        ("élan", "en", "E"),
        ("12 steps", "en", OTHER),
        ("…", "en", OTHER),
        ("", "en", OTHER),
    ],
)
def test_the_letter_of_an_index(text, code, letter):
    assert letter_of(text, code) == letter


def test_the_alphabets_as_schools_teach_them():
    assert {code: len(alphabet(code)) for code in ALL_CODES} == {
        "en": 26,
        "sq": 36,
        "bs": 30,
        "cnr": 32,
        "mk": 31,
        "sr": 30,
        "sr-latn": 30,
    }
    assert alphabet("sq")[:6] == ("A", "B", "C", "Ç", "D", "Dh")
    assert alphabet("bs")[5:8] == ("D", "Dž", "Đ")


def test_an_unknown_language_is_an_error():
    with pytest.raises(KeyError):
        sort_key("text", "hr")


@given(st.text(max_size=40), st.sampled_from(ALL_CODES))
def test_any_text_has_a_place_and_a_letter(text, code):
    key = sort_key(text, code)
    assert key == sort_key(text, code)
    letter = letter_of(text, code)
    assert letter == OTHER or unicodedata.category(letter[0]) == "Lu"


@given(st.sampled_from(ALL_CODES), st.data())
def test_a_word_of_one_letter_of_the_alphabet_stands_under_it(code, data):
    letter = data.draw(st.sampled_from(alphabet(code)))
    assert letter_of(letter, code) == letter
    assert letter_of(letter.lower() + " ", code) == letter
