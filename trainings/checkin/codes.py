"""The codes of a session: one in the picture and a short one to type. Both change with each step of time.

Nothing of them is stored: they are made of the session, the step and the key of the portal. The code of the step before
holds too, for whoever was just scanning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from typing import Final

from django.utils.crypto import constant_time_compare, salted_hmac

#: Seconds.
STEP: Final = 45
#: 80 bits, as hexadecimal figures.
_LINK_LENGTH: Final = 20
#: Figures, which every keyboard has.
TYPED_LENGTH: Final = 6
_NO_FIGURE: Final = re.compile(r"[^0-9]")


def link_code(session: int, now: datetime) -> str:
    """What the picture of this session (key) leads to at this moment."""
    return _link_code(session, _step(now))


def typed_code(session: int, now: datetime) -> str:
    """What somebody types who cannot scan."""
    return _typed_code(session, _step(now))


def is_link_code(session: int, code: str, now: datetime) -> bool:
    return _is_of_now(_link_code, session, code, now)


def is_typed_code(session: int, code: str, now: datetime) -> bool:
    return _is_of_now(_typed_code, session, code, now)


def seconds_left(now: datetime) -> int:
    """Until the next code, at least one."""
    return STEP - int(now.timestamp()) % STEP


def read_typed(text: str) -> str:
    """The figures of what somebody typed, however they are divided."""
    return _NO_FIGURE.sub("", unicodedata.normalize("NFKC", text[:100]))


def shown_typed(code: str) -> str:
    """In two groups, as it is read from a wall."""
    return f"{code[: TYPED_LENGTH // 2]} {code[TYPED_LENGTH // 2 :]}"


def _step(now: datetime) -> int:
    return int(now.timestamp()) // STEP


def _link_code(session: int, step: int) -> str:
    return salted_hmac("trainings.checkin.link", f"{session}:{step}", algorithm="sha256").hexdigest()[:_LINK_LENGTH]


def _typed_code(session: int, step: int) -> str:
    digest = salted_hmac("trainings.checkin.typed", f"{session}:{step}", algorithm="sha256").digest()
    return str(int.from_bytes(digest[:8], "big") % 10**TYPED_LENGTH).zfill(TYPED_LENGTH)


def _is_of_now(code_of: Callable[[int, int], str], session: int, code: str, now: datetime) -> bool:
    step = _step(now)
    return any(constant_time_compare(code_of(session, one), code) for one in (step, step - 1))
