"""What is wrong with an address is named; what only looks right is mended where somebody sees it."""

import pytest

from trainings.importing.addresses import Address, address_in


@pytest.mark.parametrize(
    "written",
    ["Ana@Example.org", " ana@example.org;", "<ana@example.org>", "mailto:ana@example.org"],
)
def test_what_stands_around_it_does_not_count(written):
    assert address_in(written) == Address("ana@example.org")


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("", "The e-mail address is missing."),
        ("ana sample@example.org", "There is a space in the e-mail address: ana sample@example.org"),
        ("a@x.org, b@x.org", "There are several e-mail addresses in the cell. Leave one: a@x.org, b@x.org"),
        ("ana@example", "The e-mail address has no ending, such as .org: ana@example"),
        ("ana.example.org", "This is not an e-mail address: ana.example.org"),
        (
            "đuro@example.org",
            "There are letters in the e-mail address đuro@example.org that addresses do not have: đ",
        ),
        ("жана@example.org", "There are Cyrillic letters in the e-mail address жана@example.org: ж, а, н"),
    ],
)
def test_problems_are_named(written, problem):
    assert address_in(written) == Address(problem=problem)


def test_letters_that_look_alike_are_mended_and_named():
    # The first letter and the "o" of "org" are Cyrillic.
    assert address_in("аna@example.оrg") == Address(
        "ana@example.org",
        mended="There were Cyrillic letters in the e-mail address: а, о. It is read as ana@example.org.",
    )
