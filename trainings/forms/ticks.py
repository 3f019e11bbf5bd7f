"""The list of who was there, as a form or a script sends it.

Of each person it says what it showed: `<enrolment>:<1 or 0, there or not>:<key of the last change, or 0>`. Only where a
box says something else by now has somebody ticked; so nobody is taken off the list who checked in while it was open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from django.http import QueryDict

from trainings.services.attending import Mark

_SHOWN: Final = re.compile(r"(\d{1,18}):([01]):(\d{1,18})", re.ASCII)
#: A script adds how many milliseconds ago the tick was made: clocks of phones go wrong, but not by much in an hour.
_TICK: Final = re.compile(rf"{_SHOWN.pattern}:(\d{{1,12}})", re.ASCII)


def form_marks(sent: QueryDict, now: datetime) -> list[Mark]:
    """What somebody ticked or unticked in the form (`asked`, and `there` for each box that is ticked)."""
    there = set(sent.getlist("there"))
    shown = filter(None, map(_SHOWN.fullmatch, sent.getlist("asked")))
    return [
        Mark(int(one[1]), not was_there, now, int(one[3]))
        for one in shown
        if (one[1] in there) != (was_there := one[2] == "1")
    ]


def script_marks(sent: QueryDict, now: datetime) -> Iterator[Mark]:
    """Ticks (`tick`) that may have waited for a connection; here the second part is what was chosen."""
    for one in filter(None, map(_TICK.fullmatch, sent.getlist("tick"))):
        yield Mark(int(one[1]), one[2] == "1", now - timedelta(milliseconds=int(one[4])), int(one[3]))
