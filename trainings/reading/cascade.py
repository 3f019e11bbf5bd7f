"""The cascade as pages show it: a row for each level."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from trainings.queries.cascade import cascade
from trainings.reporting.small_cells import FEWEST
from trainings.reporting.tables import fewer, level_name


def cascade_rows(begin: Collection[int], user: Any) -> list[dict[str, Any]]:
    """In the form of trainings/cascade.html. A small number of persons is not shown; no total tells it."""
    return [
        {
            "label": level_name(level.number),
            "trainings": level.trainings,
            "persons": fewer() if level.persons < FEWEST else level.persons,
        }
        for level in cascade(begin, user)
    ]
