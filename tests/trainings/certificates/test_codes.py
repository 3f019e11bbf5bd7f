"""Codes are read however they are typed."""

import pytest

from trainings.certificates.codes import ALPHABET, LENGTH, read_code, shown_code

CODE = "0123ABCDEFGHJKMT"


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        shown_code(CODE),
        "0123 abcd–efgh jkmt",
        # O for zero, I and l for one.
        "oi23abcdefghjkmt",
        "0l23ABCDEFGHJKMT",
        # On a Cyrillic keyboard, as far as the letters look the same.
        "О123АВСDЕFGНЈКМТ",
        "\uff10123ABCDEFGHJKMT",
    ],
)
def test_the_same_code(typed):
    assert read_code(typed) == CODE


@pytest.mark.parametrize("typed", ["", CODE[:-1], CODE + "0", "U" * LENGTH, "Ж" * LENGTH, "\0" * LENGTH, "0" * 999])
def test_what_can_be_no_code(typed):
    assert read_code(typed) == ""


def test_no_letter_of_the_alphabet_is_read_as_another():
    code = (ALPHABET * 2)[:LENGTH]
    assert (read_code(code), len(set(ALPHABET))) == (code, 32)
