"""In which language a query is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.detection import group_likelihoods
from search.analysis.language_groups import GROUP_CODES

EVEN = dict.fromkeys(GROUP_CODES, 1.0)


def likeliest(text, prior=EVEN):
    likelihoods = group_likelihoods(text, prior)
    return max(likelihoods, key=likelihoods.__getitem__)


@pytest.mark.parametrize(
    ("group", "texts"),
    [
        ("en", ["probation service", "how to prepare for release", "women in prison", "supervision of offenders"]),
        ("sq", ["shërbimi i provës", "sherbimi i proves", "lirim me kusht", "të burgosurit", "plani i lirimit"]),
        ("hbs", ["uslovni otpust", "priprema za otpust", "условни отпуст", "smještaj zatvorenika", "ђак"]),
        ("mk", ["условен отпуст", "подготовка за отпуст", "затворениците", "uslovniot otpust", "ќе"]),
    ],
)
def test_without_knowing_the_reader(group, texts):
    assert {text: likeliest(text) for text in texts} == dict.fromkeys(texts, group)


@pytest.mark.parametrize("group", GROUP_CODES)
def test_without_evidence_the_reader_decides(group):
    assert likeliest("1244", {**EVEN, group: 1.5}) == group
    assert likeliest("Kqrx4", {**EVEN, "en": 0.001, "sq": 0.001, "hbs": 0.001, "mk": 0.001, group: 1000.0}) == group


def test_a_word_of_several_languages_is_the_readers():
    assert likeliest("rehabilitacija", {**EVEN, "hbs": 1.5}) == "hbs"
    assert likeliest("рехабилитација", {**EVEN, "mk": 1.5}) == "mk"


@given(st.text(), st.dictionaries(st.sampled_from(GROUP_CODES), st.floats(0, 1)))
def test_shares_of_one(text, prior):
    likelihoods = group_likelihoods(text, prior)
    assert set(likelihoods) == set(GROUP_CODES)
    assert sum(likelihoods.values()) == pytest.approx(1)
    assert all(share >= 0 for share in likelihoods.values())
