"""When a server is not asked any more, and when it is again."""

import pytest

from search.engines.base import EngineError
from search.engines.circuit_breaker import CircuitBreaker


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def breaker(clock):
    return CircuitBreaker(failures=3, pause=5, clock=clock)


def fail(breaker, times):
    for _ in range(times):
        breaker.enter()
        breaker.failed()


def test_some_failures_are_borne(breaker):
    fail(breaker, 2)
    breaker.enter()


def test_a_success_makes_good_what_was(breaker):
    fail(breaker, 2)
    breaker.enter()
    breaker.succeeded()
    fail(breaker, 2)
    breaker.enter()


def test_after_too_many_in_a_row_nothing_is_asked(breaker, clock):
    fail(breaker, 3)
    clock.now += 4.9
    with pytest.raises(EngineError, match="is not asked"):
        breaker.enter()


def test_then_one_may_try_and_the_others_wait_for_what_comes_of_it(breaker, clock):
    fail(breaker, 3)
    clock.now += 5
    breaker.enter()
    with pytest.raises(EngineError):
        breaker.enter()
    breaker.succeeded()
    breaker.enter()
    breaker.enter()


def test_a_try_that_fails_begins_another_pause(breaker, clock):
    fail(breaker, 3)
    clock.now += 5
    fail(breaker, 1)
    clock.now += 4.9
    with pytest.raises(EngineError):
        breaker.enter()
    clock.now += 0.1
    breaker.enter()
