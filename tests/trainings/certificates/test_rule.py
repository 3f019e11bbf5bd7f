"""When somebody gets a certificate, and what is said to be missing."""

from dataclasses import replace

import pytest

from trainings.certificates.rule import Facts, missing

MET = Facts(
    state="confirmed",
    has_left=False,
    is_cancelled=False,
    has_ended=True,
    sessions=5,
    attended=4,
    needed=80,
    has_answered_forms=True,
    has_passed_test=True,
)


@pytest.mark.parametrize("changed", [{}, {"state": "completed"}, {"attended": 5}, {"sessions": 0, "needed": 0}])
def test_nothing_is_missing(changed):
    assert missing(replace(MET, **changed)) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"attended": 3}, "Was in 3 of 5 sessions; 80 percent are needed."),
        # 66.7 is not 67.
        (
            {"attended": 2, "sessions": 3, "needed": 67},
            "Was in 2 of 3 sessions; 67 percent are needed.",
        ),
        ({"sessions": 0, "attended": 0}, "The training has no sessions, so nobody can be marked as present."),
        ({"state": "no_show"}, "Marked as somebody who did not come."),
        ({"state": "waiting"}, "Has no confirmed place."),
        ({"has_left": True}, "Has left the network."),
        ({"is_cancelled": True}, "This training is cancelled."),
        ({"has_ended": False}, "The last session has not begun yet."),
        ({"has_answered_forms": False}, "The evaluation form is not answered."),
        ({"has_passed_test": False}, "The test is not passed."),
    ],
)
def test_what_is_missing_is_said(changed, said):
    assert missing(replace(MET, **changed)) == [said]


def test_all_that_is_missing_is_said():
    assert len(missing(replace(MET, attended=0, has_answered_forms=False, has_passed_test=False))) == 3
