"""Whether everybody who may see one thing may see another: compared with all persons there can be."""

from itertools import combinations, product

import pytest

from portal.core.visibility.audience import Holder
from portal.core.visibility.openness import is_as_open

TOKENS = ("login", "g1", "g2", "g3")


def subsets(things, most):
    """All sets of no more than so many of these."""
    return [frozenset(some) for number in range(most + 1) for some in combinations(things, number)]


#: Up to two requirements, each of up to two tokens.
ALL_REQUIREMENTS = subsets(subsets(TOKENS, 2), 2)

#: Nobody signed in, everybody who is, with any groups, and a superuser.
PERSONS = [
    Holder(frozenset()),
    Holder(frozenset({"login"}), everything=True),
    *(Holder(groups | {"login"}) for groups in subsets(TOKENS[1:], 3)),
]


def of(*texts):
    return frozenset(frozenset(text.split("|")) if text else frozenset() for text in texts)


@pytest.mark.parametrize(
    ("thing", "other", "open_to_all_of_other"),
    [
        (of(), of(), True),
        (of(), of("g1"), True),
        (of("g1"), of(), False),
        (of("login"), of("g1"), True),
        (of("g1"), of("login"), False),
        (of("g1|g2"), of("g1"), True),
        (of("g1"), of("g1|g2"), False),
        (of("g1", "g2"), of("g1"), False),
        (of("g1"), of("g1", "g2"), True),
        (of(""), of("g1"), False),
        (of("g1"), of(""), True),
    ],
)
def test_is_as_open(thing, other, open_to_all_of_other):
    assert is_as_open(thing, other) == open_to_all_of_other


def test_it_is_what_asking_everybody_would_give():
    wrong = [
        (thing, other)
        for thing, other in product(ALL_REQUIREMENTS, repeat=2)
        if is_as_open(thing, other) != all(person.satisfies(thing) for person in PERSONS if person.satisfies(other))
    ]
    assert wrong == []
