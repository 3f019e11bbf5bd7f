"""Codes of a session: of this step and the one before, of this session only."""

from datetime import UTC, datetime, timedelta

import pytest

from trainings.checkin.codes import (
    STEP,
    is_link_code,
    is_typed_code,
    link_code,
    read_typed,
    seconds_left,
    shown_typed,
    typed_code,
)

NOW = datetime(2026, 5, 4, 9, 0, 20, tzinfo=UTC)


@pytest.mark.parametrize(("make", "holds"), [(link_code, is_link_code), (typed_code, is_typed_code)])
def test_a_code_holds_for_its_step_and_the_next(make, holds):
    code = make(7, NOW)
    later = [NOW + timedelta(seconds=STEP * steps) for steps in range(-1, 4)]
    assert [holds(7, code, moment) for moment in later] == [False, True, True, False, False]
    assert holds(8, code, NOW) is False


@pytest.mark.parametrize("code", ["", "x", "č" * 20, "0" * 20, "000000"])
def test_what_is_no_code_is_refused(code):
    assert (is_link_code(7, code, NOW), is_typed_code(7, code, NOW)) == (False, False)


def test_the_next_code_comes_when_the_page_says_so():
    left = seconds_left(NOW)
    assert 0 < left <= STEP
    before, after = NOW + timedelta(seconds=left - 1), NOW + timedelta(seconds=left)
    assert link_code(7, before) == link_code(7, NOW) != link_code(7, after)


def test_a_code_is_read_however_it_is_divided():
    shown = shown_typed("012345")
    assert [read_typed(text) for text in (shown, "012-345", " 012345 ", "０１２３４５")] == ["012345"] * 4
