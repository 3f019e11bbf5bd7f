"""What a browser asks for, and what it gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.languages.catalogue import LANGUAGES
from portal.core.languages.negotiation import rendering_for_header, rendering_for_tag


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("sq-XK", "sq"),
        ("bs-Latn-BA", "bs"),
        ("bs-Cyrl-BA", "sr"),
        ("cnr", "cnr"),
        ("mk-MK", "mk"),
        ("sr", "sr"),
        ("sr-RS", "sr"),
        ("sr-Cyrl-RS", "sr"),
        ("sr-Latn", "sr-latn"),
        ("sr-Latn-RS", "sr-latn"),
        ("sr_latn_ba", "sr-latn"),
        ("sr-ME", "cnr"),
        ("sr-Latn-ME", "cnr"),
        ("sr-Cyrl-ME", "sr"),
        ("sh", "sr-latn"),
        ("sh-Cyrl", "sr"),
        ("hr", "bs"),
        ("hr-HR", "bs"),
    ],
)
def test_a_tag_is_served_by_the_nearest_rendering(tag, code):
    assert rendering_for_tag(tag).code == code


@pytest.mark.parametrize("tag", ["de", "fr-CH", "", "-", "latn", "xx", "e", "*"])
def test_other_tags_are_served_by_none(tag):
    assert rendering_for_tag(tag) is None


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("sq-AL,sq;q=0.9,en;q=0.8", "sq"),
        ("de-DE,de;q=0.9,hr;q=0.4,en;q=0.8", "en"),
        ("de,hr;q=0.7,en;q=0.3", "bs"),
        ("en;q=0.2,mk;q=0.9", "mk"),
        ("sr,sr-Latn;q=0.9", "sr"),
        ("sr-Latn-RS,sr;q=0.9", "sr-latn"),
        ("sr-ME,sr;q=0.9", "cnr"),
        ("mk;q=0,sq;q=0.1", "sq"),
        ("de,*;q=0.5,sq;q=0.2", "en"),
        ("*", "en"),
        ("", "en"),
        ("de", "en"),
        (";;;,,q=1", "en"),
        ("sq;q=nonsense", "en"),
        ("\x00", "en"),
    ],
)
def test_a_header_is_read_best_wish_first(header, code):
    assert rendering_for_header(header).code == code


def test_a_very_long_header_is_cut_not_refused():
    assert rendering_for_header("sq," + "de," * 10_000).code == "sq"
    assert rendering_for_header("x" * 100_000).code == "en"


@given(st.text(max_size=700))
def test_no_header_breaks_it(header):
    assert rendering_for_header(header) in LANGUAGES
