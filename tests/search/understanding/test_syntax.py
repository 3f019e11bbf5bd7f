"""Words, phrases and exclusions as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.understanding.syntax import Typed, parse


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("", Typed("", (), ())),
        ("release plan", Typed("release plan", (), ())),
        ('"release plan" prison', Typed("prison", ("release plan",), ())),
        ("„uslovni otpust“ plan", Typed("plan", ("uslovni otpust",), ())),
        ("«lirim me kusht»", Typed("", ("lirim me kusht",), ())),
        ("plan -prison", Typed("plan", (), ("prison",))),
        ('plan -"prison staff"', Typed("plan", (), ("prison staff",))),
        ("post-penal - support", Typed("post-penal - support", (), ())),
        ("--plan", Typed("--plan", (), ())),
        ('plan "release', Typed("plan release", (), ())),
        ('"" plan', Typed("plan", (), ())),
        ("-", Typed("-", (), ())),
    ],
)
def test_taken_apart(text, typed):
    assert parse(text) == typed


@given(st.text(max_size=200))
def test_never_fails(text):
    parse(text)
