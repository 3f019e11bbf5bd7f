"""What the three priority areas of the action are about, in a sentence each (from the description of the action)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

#: By the codes of the taxonomy.
DESCRIPTIONS: dict[str, Any] = {
    "pa1": _(
        "Sustainable management of violent extremist prisoners and of prisoners at risk: assessment tools, "
        "rehabilitation methodologies, preparation for release."
    ),
    "pa2": _(
        "A safe return to the community, with consistency along the prison-exit continuum and every stakeholder "
        "included: families, mentors, the local community, agencies."
    ),
    "pa3": _(
        "Supervising community sanctions and measures, and supporting violent extremist prisoners on early or "
        "conditional release."
    ),
}
