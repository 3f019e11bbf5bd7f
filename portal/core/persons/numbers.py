"""Personal numbers of the six beneficiaries, and numbers of identity documents.

What is found is only so shaped: whether it is somebody's, a person has to say. A number that is not possible (no such
day, wrong check digit) is none; better to miss a number with a typing error than to teach people to tick warnings away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: Neither within a longer number or word nor behind a plus sign, as in a telephone number.
_BEFORE, _AFTER = r"(?<![\w+])", r"(?!\w)"


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a text: characters `start` to `end`. `what` says in the editor's language what it looks like."""

    what: Any
    start: int
    end: int


def is_citizen_number(number: str) -> bool:
    """JMBG, in North Macedonia EMBG: day, month, last three digits of the year, region, serial number, check digit.

    Used in Bosnia and Herzegovina, Montenegro, North Macedonia and Serbia, and on older papers in Kosovo. Any region
    counts: people live elsewhere than where they were born. The check digit is 11 minus the rest, by 11, of the sum of
    the digits times 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2; where that is above 9, it is 0.
    Source: en.wikipedia.org, "Unique Master Citizen Number", sections Composition and Checksum calculation.
    """
    digits = [int(digit) for digit in number if digit.isdigit()]
    text = "".join(map(str, digits))
    last_three = int(text[4:7])
    # The system began in 1977 with everybody alive, so 800 to 999 are years of the nineteenth and twentieth century.
    year = last_three + (1000 if last_three >= 800 else 2000)
    check = 11 - sum(a * b for a, b in zip(digits, (7, 6, 5, 4, 3, 2) * 2, strict=False)) % 11
    return _is_day(year, int(text[2:4]), int(text[:2])) and digits[12] == (check if check < 10 else 0)


def is_albanian_number(number: str) -> bool:
    """Albania's NID: a letter for the decade (A is 1900), the year's last digit, month, day, three digits, a letter.

    Women have 50 added to the month, foreigners 30. The last letter is A to W; how it is worked out is not published
    (sources contradict each other), so it is not checked. The tax number of a person who trades (NIPT) has the same
    form and is theirs too.
    Sources: en.wikipedia.org, "National identification number", section Albania; documentation of the packages nidx
    (docs.rs/nidx) and idnumbers (pypi.org/project/idnumbers).
    """
    year = 1900 + 10 * (ord(number[0].upper()) - ord("A")) + int(number[1])
    month = int(number[2:4])
    for more in (80, 50, 30):
        if month > more:
            month -= more
            break
    return _is_day(year, month, int(number[4:6]))


def is_kosovo_number(number: str) -> bool:
    """Kosovo's personal number since 2000: ten digits, of which the last is a check digit.

    It is 11 minus the rest, by 11, of the sum of the others times 4, 3, 2, 7, 6, 5, 4, 3, 2; where that is above 9, it
    is 0. Numbers that begin with 9 follow no rule, and ones with 0 are telephone numbers; neither is looked for.
    Source: documentation of the package nidx (docs.rs/nidx), module kosovo.
    """
    digits = [int(digit) for digit in number]
    check = 11 - sum(a * b for a, b in zip(digits, (4, 3, 2, 7, 6, 5, 4, 3, 2), strict=False)) % 11
    return digits[9] == (check if check < 10 else 0)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return date(year, month, day) <= timezone.localdate()
    except ValueError:
        return False


#: What an identity document is called in the six languages, with "number" behind it.
_DOCUMENT: Final = (
    r"(?:passport|identity card|id card|pasaport\w*|letërnjoftim\w*|kart\w* (?:e )?identiteti\w*"
    r"|pasoš\w*|putovnic\w*|ličn\w* kart\w*|osobn\w* iskaznic\w*|пасош\w*|личн\w* карт\w*)"
)
_NUMBER_WORD: Final = r"(?:no|nr|number|numër\w*|numri|broj|br|бр|број)"

_Rule = tuple[Any, re.Pattern[str], Callable[[str], bool]]
_RULES: Final[tuple[_Rule, ...]] = (
    (
        _("personal number (JMBG, EMBG)"),
        re.compile(rf"{_BEFORE}\d\d[ .-]?\d\d[ .-]?\d{{3}}[ .-]?\d\d[ .-]?\d{{3}}[ .-]?\d{_AFTER}", re.ASCII),
        is_citizen_number,
    ),
    (
        _("personal number (Albania)"),
        re.compile(rf"{_BEFORE}[A-M]\d{{8}}[A-W]{_AFTER}", re.ASCII | re.IGNORECASE),
        is_albanian_number,
    ),
    (
        _("personal number (Kosovo)"),
        re.compile(rf"{_BEFORE}[1-8]\d{{9}}{_AFTER}", re.ASCII),
        is_kosovo_number,
    ),
    (
        # Named as what it is: nothing else tells a document's number from any other.
        _("number of an identity document"),
        re.compile(rf"\b{_DOCUMENT}\W{{1,3}}{_NUMBER_WORD}\b[.:]?\s*[A-Z]{{0,2}}\d{{6,9}}{_AFTER}", re.IGNORECASE),
        lambda found: True,
    ),
    (
        # The first line of a passport's page for machines: ICAO Doc 9303, part 4, section 4.2.
        _("lines of a passport"),
        re.compile(r"(?<![A-Z0-9<])P[A-Z<][A-Z<]{3}[A-Z]+<[A-Z<]{20,38}<"),
        lambda found: True,
    ),
)


def personal_numbers(text: str) -> Iterator[Match]:
    """What looks like the number of a person or of their papers, by its place; the same place never twice."""
    taken: list[Match] = []
    for what, pattern, is_possible in _RULES:
        for found in pattern.finditer(text):
            free = all(found.end() <= other.start or found.start() >= other.end for other in taken)
            if free and is_possible(found.group()):
                taken.append(Match(what, found.start(), found.end()))
    yield from sorted(taken, key=lambda match: match.start)
