"""What came of a training or a course: trainings by those who were trained there, and whom these reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, Q
from django.utils import timezone

from portal.core.visibility.querysets import seen_by
from trainings.models import TrainingPage
from trainings.reporting.counting import TOOK_PART, counted

#: As in the indicators: this level and all further ones are one.
LAST_LEVEL: Final = 3


@dataclass(frozen=True, slots=True)
class Level:
    """`number` 1: given by people who were trained in those that one began with. `persons` counts everybody once."""

    number: int
    trainings: int
    persons: int


def cascade(begin: Collection[int], user: Any) -> list[Level]:
    """The levels below these trainings (keys), as far as the user may see them (two queries, one if there are none, and
    that of what is closed).

    Counted is what the indicators count: trainings that are over and were not cancelled, and who took part in them. Of
    trainings of which one came of the other, what came of the first is looked for.
    """
    if not begin:
        return []
    above: dict[int, Any] = dict(
        TrainingPage.objects.filter(seen_by(user), follows__isnull=False).order_by().values_list("pk", "follows")
    )
    levels = _levels(set(begin) - _with_one_before(begin, above), above)
    if not levels:
        return []
    counts: dict[str, Any] = {}
    for number, keys in levels.items():
        there = TOOK_PART & Q(training__in=keys)
        counts[f"trainings_{number}"] = Count("training", filter=there, distinct=True)
        counts[f"persons_{number}"] = Count("member", filter=there, distinct=True)
    all_of_them = Q(training__in=set().union(*levels.values()), training__end__lt=timezone.localdate())
    found = counted(all_of_them).aggregate(**counts)
    return [
        Level(number, found[f"trainings_{number}"], found[f"persons_{number}"])
        for number in levels
        if found[f"trainings_{number}"]
    ]


def _with_one_before(begin: Collection[int], above: Mapping[int, int]) -> set[int]:
    """Those that came of another of these."""
    found = set()
    for key in begin:
        before, seen = above.get(key), {key}
        while before is not None and before not in seen:
            if before in begin:
                found.add(key)
                break
            seen.add(before)
            before = above.get(before)
    return found


def _levels(begin: set[int], above: Mapping[int, int]) -> dict[int, set[int]]:
    """By number of the level, the trainings on it."""
    below = defaultdict(set)
    for key, before in above.items():
        below[before].add(key)
    levels: dict[int, set[int]] = {}
    seen, now, number = set(begin), begin, 0
    while now := set().union(*(below[key] for key in now)) - seen:
        number = min(number + 1, LAST_LEVEL)
        levels.setdefault(number, set()).update(now)
        seen |= now
    return levels
