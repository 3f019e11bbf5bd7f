"""What an engine gets of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.language_groups import GROUP_CODES
from search.analysis.streams import Streams, streams

_SERBIAN = dict(zip("абвгдђежзијклмнопрстћуфхцчш ", "abvgdđežzijklmnoprstćufhcčš ", strict=True)) | {
    "љ": "lj",
    "њ": "nj",
    "џ": "dž",
}
_MACEDONIAN = dict(zip("абвгдежзијклмнопрстуфхцчш ", "abvgdežzijklmnoprstufhcčš ", strict=True)) | {
    "ѓ": "gj",
    "ѕ": "dz",
    "љ": "lj",
    "њ": "nj",
    "ќ": "kj",
    "џ": "dž",
}


def test_words_and_lemmas_at_the_same_positions():
    assert streams("Условни отпуст затвореницима", "hbs") == Streams(
        "uslovni otpust zatvorenicima", "uslovan otpust zatvorenik"
    )


def test_joined_tokens_come_last():
    assert streams("Rec(2006)2 on post-penal aid", "en") == Streams(
        "rec 2006 2 on post penal aid rec20062 postpenal", "rec 2006 2 on post penal aid rec20062 postpen"
    )


def test_nothing_gives_nothing():
    assert streams(" … ", "mk") == Streams("", "")


@given(st.text(), st.sampled_from(GROUP_CODES))
def test_as_many_lemmas_as_words(text, group):
    found = streams(text, group)
    assert len(found.words.split()) == len(found.lemmas.split())


@pytest.mark.parametrize(("group", "letters"), [("hbs", _SERBIAN), ("mk", _MACEDONIAN)])
@given(data=st.data())
def test_scripts_do_not_matter(group, letters, data):
    cyrillic = data.draw(st.text(alphabet=st.sampled_from(sorted(letters))))
    assert streams(cyrillic, group) == streams("".join(letters[letter] for letter in cyrillic), group)
