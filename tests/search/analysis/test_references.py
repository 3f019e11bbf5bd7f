"""One canonical word for a legal reference in any spelling."""

import pytest

from search.analysis.tokens import tokens


def joined(text):
    return [token.folded for token in tokens(text) if token.is_joined]


@pytest.mark.parametrize(
    ("canonical", "spellings"),
    [
        (
            "rec20062",
            ["Rec(2006)2", "Rec (2006) 2", "CM/Rec(2006)2", "CM/Rec (2006) 2", "Recommendation Rec(2006)2",
             "rec 2006/2", "Recommendation (2006) 2", "Препорука Рец(2006)2", "Preporuka CM/Rec(2006)2",
             "Rekomandimi (2006)2", "Recommendation No. Rec (2006) 2"],
        ),
        ("rec19987", ["R (98) 7", "R(98)7", "Recommendation No. R (98) 7", "Rec(98)7", "Препорака R (98) 7"]),
        (
            "unscr1244",
            ["UNSCR 1244", "UN SCR 1244", "S/RES/1244", "S/RES/1244 (1999)", "Resolution 1244",
             "resolution 1244 (1999)", "UNSC Resolution 1244", "rezoluta 1244", "Rezolutës 1244", "резолуција 1244",
             "Резолуцијата 1244", "rezolucijom UN br. 1244", "UNSC 1244",
             "Resolution of the Security Council No. 1244"],
        ),
        ("ares70175", ["A/RES/70/175", "Resolution 70/175", "rezoluciji 70/175"]),
        ("ets196", ["CETS 196", "CETS No. 196", "ETS 196"]),
        ("ets5", ["ETS 005", "ETS No. 5"]),
        ("cptinf201544", ["CPT/Inf(2015)44", "CPT/Inf (2015) 44"]),
        ("2016680", ["Directive (EU) 2016/680", "2016/680"]),
        ("2008909", ["Framework Decision 2008/909/JHA"]),
    ],
)  # fmt: skip
def test_spellings_meet(canonical, spellings):
    assert {text: joined(text) for text in spellings} == {text: [canonical] for text in spellings}


@pytest.mark.parametrize(
    "text",
    ["Rule 51, 52", "Article 5(3)", "in 2006 2 people", "A/70/674", "2019/C 422/06", "resolution 12",
     "in 2018 (5)", "CM 12", "rec 12", "5/2018", "18/19"],
)  # fmt: skip
def test_other_numbers_are_no_references(text):
    assert joined(text) == []
