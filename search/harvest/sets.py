"""The sets that records lie in: by type of resource and by beneficiary, each named by its code."""

from __future__ import annotations

#: The two ways of dividing, which are sets themselves: of everything with a type, of everything with a beneficiary.
TYPES = "type"
BENEFICIARIES = "beneficiary"

_SEPARATOR = ":"


def member_of(division: str, code: str) -> str:
    """The set of one type or beneficiary: `type:standard`, `beneficiary:AL`."""
    return f"{division}{_SEPARATOR}{code}"


def is_division(spec: str) -> bool:
    return spec in (TYPES, BENEFICIARIES)


def beginning_of(division: str) -> str:
    """What the sets within one division begin with."""
    return division + _SEPARATOR
