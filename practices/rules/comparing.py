"""Who writes how a beneficiary implements a standard, and who approves it."""

from __future__ import annotations

from typing import Any

from portal.accounts.focal_points import focal_point_for
from portal.vocabulary.words import BeneficiaryWord, beneficiary_words


def may_approve(user: Any) -> bool:
    """Whoever keeps the parts of standards."""
    return bool(user.has_perm("practices.change_standardpart"))


def writes_for(user: Any) -> list[BeneficiaryWord]:
    """The beneficiaries that somebody writes for, in no order: focal points for theirs, who approves for all."""
    if not user.is_authenticated:
        return []
    words = beneficiary_words().values()
    if may_approve(user):
        return list(words)
    codes = focal_point_for(user)
    return [word for word in words if word.code in codes]
