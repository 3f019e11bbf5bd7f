"""The continuum as a figure: where each stage lies, who acts at it, and what is drawn of that.

Who acts is a working description drawn from the standards the portal holds (European Prison Rules, Council of Europe
Probation Rules) and from the action's third priority area; it is a guide for the eye, not a rule of any place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
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

#: The two sides of the gate, and the gate itself.
SIDES: dict[str, Any] = {
    "custody": _("In custody"),
    "gate": _("The gate"),
    "community": _("In the community"),
}


@dataclass(frozen=True, slots=True)
class Roles:
    """Where a stage lies, who takes part in it, and who of them leads ("" for nobody)."""

    side: str
    lead: str
    part: tuple[str, ...]


ROLES: Mapping[str, Roles] = {
    "pretrial": Roles("custody", "", ("prison", "probation", "family")),
    "admission_assessment": Roles("custody", "prison", ("probation", "family")),
    "imprisonment": Roles("custody", "prison", ("cso", "family")),
    "pre_release": Roles("custody", "prison", ("probation", "municipality", "cso", "family")),
    "release": Roles("gate", "probation", ("prison", "municipality", "cso", "family")),
    "probation_supervision": Roles("community", "probation", ("municipality", "cso", "family")),
    "post_penal_support": Roles("community", "municipality", ("cso", "family")),
}

_NOBODY = Roles("", "", ())

#: Height of a lane in units of the drawing, and of a bar in it: thick for who leads, thin for who takes part.
_LANE, _THICK, _THIN = 100, 68, 12


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a lane, in stages from left to right and in units of the drawing from top to bottom."""

    leads: bool
    x: int
    y: int
    width: int
    height: int


def who_acts(stage: str) -> list[dict[str, Any]]:
    """Who acts at a stage as components/continuum.html shows it: the one that leads first, then by lane."""
    roles = ROLES.get(stage, _NOBODY)
    part = [key for key in ACTORS if key in roles.part]
    keys = [roles.lead, *part] if roles.lead else part
    return [{"label": ACTORS[key], "leads": key == roles.lead} for key in keys]


def sides(stages: Iterable[str]) -> list[Any]:
    """For each stage the side of the gate that begins with it, "" where the one before goes on."""
    lying = [ROLES.get(stage, _NOBODY).side for stage in stages]
    return [SIDES[side] if side and side != before else "" for side, before in zip(lying, ["", *lying], strict=False)]


def drawing(stages: Sequence[str]) -> dict[str, Any]:
    """The lanes of the figure with their bars: a bar goes on as long as somebody's part in it stays the same."""
    bars = []
    for lane, actor in enumerate(ACTORS):
        x = 0
        for part, run in groupby(_part(ROLES.get(stage, _NOBODY), actor) for stage in stages):
            width = len(list(run))
            if part:
                height = _THICK if part == "leads" else _THIN
                bars.append(Bar(part == "leads", x, lane * _LANE + (_LANE - height) // 2, width, height))
            x += width
    return {"lanes": list(ACTORS.values()), "bars": bars, "width": len(stages), "height": len(ACTORS) * _LANE}


def _part(roles: Roles, actor: str) -> str:
    if actor == roles.lead:
        return "leads"
    return "takes part" if actor in roles.part else ""
