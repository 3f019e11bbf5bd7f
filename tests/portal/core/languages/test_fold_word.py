"""Folding: one spelling for every way a word is written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.languages.folding import fold_word as fold
from portal.core.scripts.serbian import to_latin

CYRILLIC = st.text(alphabet="абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ", max_size=15)
LATIN = st.text(alphabet="abcčćdđefghijklmnoprsštuvzžëçqwxyABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽËÇ", max_size=15)


@pytest.mark.parametrize(
    "spellings",
    [
        ["Đorđe", "Djordje", "Dorde", "Ђорђе", "ЂОРЂЕ", "Đorđe"],
        ["затвор", "ЗАТВОР", "zatvor", "Zatvor", "zaтвор"],
        ["куќа", "kukja", "kuḱa", "kuka", unicodedata.normalize("NFD", "куќа")],
        ["Ѓорѓи", "Gjorgji", "Ǵorǵi", unicodedata.normalize("NFD", "Ѓорѓи")],
        ["shërbimi", "sherbimi", "SHËRBIMI", unicodedata.normalize("NFD", "shërbimi")],
        ["ljubav", "љубав", "Љубав", "ljubav"],
        ["џамија", "džamija", "dzamija", "džamija"],
        ["probacija", "pro\u00adbacija", "pro\u200bbacija"],
    ],
)
def test_all_spellings_of_a_word_meet(spellings):
    assert {fold(spelling) for spelling in spellings} == {fold(spellings[0])}


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Ђорђе", "dorde"),
        ("gjyq", "gyq"),
        ("Šćepan", "scepan"),
        ("нѐ", "ne"),
        ("Straße", "strasse"),
        ("2006", "2006"),
        ("«»", ""),
        ("", ""),
    ],
)
def test_folded_spelling(word, folded):
    assert fold(word) == folded


@given(st.text())
def test_folding_twice_changes_nothing(word):
    assert fold(fold(word)) == fold(word)


@given(st.text())
def test_nothing_but_letters_and_digits_is_left(word):
    assert fold(word) == "" or fold(word).isalnum()


@given(CYRILLIC)
def test_both_scripts_meet(word):
    assert fold(to_latin(word)) == fold(word)


@given(st.one_of(CYRILLIC, LATIN))
def test_case_does_not_matter(word):
    assert fold(word.upper()) == fold(word.lower())


@given(LATIN)
def test_diacritics_do_not_matter(word):
    decomposed = unicodedata.normalize("NFD", word.replace("đ", "dj").replace("Đ", "Dj"))
    assert fold("".join(letter for letter in decomposed if letter.isascii())) == fold(word)


@given(LATIN)
def test_ascii_is_the_result_for_the_regions_alphabets(word):
    assert fold(word).isascii()
