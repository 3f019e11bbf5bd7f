"""Who reports on preconditions."""

from __future__ import annotations

from typing import Any

from portal.accounts.focal_points import focal_point_for


def reports_for(user: Any, beneficiary_code: str) -> bool:
    """Focal points for their beneficiary, editors for all."""
    if not user.is_authenticated:
        return False
    return bool(user.has_perm("network.change_precondition")) or beneficiary_code in focal_point_for(user)
