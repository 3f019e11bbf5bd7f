"""Who acts along the continuum: for each stage those who take part, the one that leads among them.

A working description drawn from the standards the portal holds (European Prison Rules, Council of Europe Probation
Rules) and from the action's third priority area; it is a guide for the eye, not a rule of any place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

#: In the order of the lanes of the figure.
ACTORS: dict[str, Any] = {
    "prison": _("Prison"),
    "probation": _("Probation service"),
    "municipality": _("Municipality"),
    "cso": _("Civil society"),
    "family": _("Family"),
}


@dataclass(frozen=True, slots=True)
class Roles:
    """Who takes part at a stage, and who of them leads ("" for nobody)."""

    lead: str
    part: tuple[str, ...]


ROLES: Mapping[str, Roles] = {
    "pretrial": Roles("", ("prison", "probation", "family")),
    "admission_assessment": Roles("prison", ("probation", "family")),
    "imprisonment": Roles("prison", ("cso", "family")),
    "pre_release": Roles("prison", ("probation", "municipality", "cso", "family")),
    "release": Roles("probation", ("prison", "municipality", "cso", "family")),
    "probation_supervision": Roles("probation", ("municipality", "cso", "family")),
    "post_penal_support": Roles("municipality", ("cso", "family")),
}


def who_acts(stage: str) -> list[dict[str, Any]]:
    """Who acts at a stage as components/continuum.html shows it: the one that leads first, then by lane."""
    roles = ROLES.get(stage)
    if roles is None:
        return []
    part = [key for key in ACTORS if key in roles.part]
    keys = [roles.lead, *part] if roles.lead else part
    return [{"key": key, "label": ACTORS[key], "leads": key == roles.lead} for key in keys]
