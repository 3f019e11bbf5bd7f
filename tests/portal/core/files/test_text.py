"""Cleaning and decoding of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.files import limits
from portal.core.files.text import clean_pages, clean_text, decode_plain


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("reinte\u0002\r\ngration", "reintegration"),
        ("reinte\u00ad\ngration", "reintegration"),
        ("reinte\ufffe\ngration", "reintegration"),
        ("reinte\u00adgration", "reintegration"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\x00b", "a b"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("first\n \n\n\t\nsecond", "first\n\nsecond"),
        ("  around \ud800", "around"),
    ],
)
def test_clean_text(raw, clean):
    assert clean_text(raw) == clean


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_clean_text_can_always_be_stored_and_stays_as_it_is(text):
    clean = clean_text(text)
    assert "\x00" not in clean
    assert clean.encode().decode() == clean
    assert clean_text(clean) == clean


def test_pages_are_cleaned_kept_in_their_places_and_cut():
    assert clean_pages(["", " one\f", "", "two", " ", ""]) == "\fone\f\ftwo"
    assert clean_pages(["", " "]) == ""
    assert len(clean_pages(["ш" * limits.TEXT_CHARACTERS, "more"])) == limits.TEXT_CHARACTERS


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Пробација".encode(), "Пробација"),
        ("Пробација".encode("utf-8-sig"), "Пробација"),
        ("Пробација".encode("utf-16"), "Пробација"),
        ("Пробација и помилување".encode("cp1251"), "Пробација и помилување"),
        ("Plan otpusta i podrška žrtvama".encode("cp1250"), "Plan otpusta i podrška žrtvama"),
        ("Пробација".encode()[:-1], "Пробациј"),
        (b"", ""),
    ],
)
def test_decode_plain(data, text):
    assert decode_plain(data) == text


@given(st.binary())
def test_decode_plain_reads_anything(data):
    assert isinstance(decode_plain(data), str)
