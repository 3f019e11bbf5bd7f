"""The numbers, counted by the database: as many queries for all together as for each way of dividing them.

Who took part is an enrolment that was completed, or still stands as confirmed with at least one session ticked. A
training was given when somebody took part in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import ExtractYear

from trainings.models import Attendance, Enrolment
from trainings.reporting.learning import opinions, scores
from trainings.rules.states import State

#: Enrolments that had a place to the end. What was given back, or never given, is not counted.
_PLACES: Final = (State.CONFIRMED, State.COMPLETED, State.NO_SHOW)
TOOK_PART: Final = Q(state=State.COMPLETED) | Q(state=State.CONFIRMED, was_there=True)


@dataclass(frozen=True, slots=True)
class Numbers:
    """`persons` counts everybody once, `participations` each person once a training; `time` is what all of them were
    there for, by the sessions that were ticked. `places` were given, of which `completed` were used to the end.
    `trainings` is None of parts that were put together: they may have had the same trainings.

    `tested` persons took both tests of `pairs` trainings, with so many percent of the points, all added up.
    `opinions` are reaction forms, in which `ratings` scales were answered with `rated` steps, all added up.
    """

    trainings: int | None = 0
    persons: int = 0
    participations: int = 0
    places: int = 0
    completed: int = 0
    time: timedelta = timedelta()
    tested: int = 0
    pairs: int = 0
    before_percent: float = 0
    after_percent: float = 0
    opinions: int = 0
    ratings: int = 0
    rated: int = 0

    @property
    def hours(self) -> int:
        """Participant-hours, rounded."""
        return round(self.time / timedelta(hours=1))

    @property
    def completion(self) -> int | None:
        """Of the places, the part that was completed, in percent; None without places."""
        return round(100 * self.completed / self.places) if self.places else None

    @property
    def scores(self) -> tuple[int, int] | None:
        """Of the points in percent, before and after; None when nobody took both tests."""
        if not self.pairs:
            return None
        return round(self.before_percent / self.pairs), round(self.after_percent / self.pairs)

    @property
    def opinion(self) -> float | None:
        """The mean of all scales of the reaction forms, from 1 to 5; None without any."""
        return round(self.rated / self.ratings, 1) if self.ratings else None


def put_together(parts: Sequence[Numbers]) -> Numbers:
    """Of parts that have no person in common."""
    if len(parts) == 1:
        return parts[0]

    def added(name: str) -> Any:
        return sum(getattr(part, name) for part in parts)

    counts = {one.name: added(one.name) for one in fields(Numbers) if one.name not in {"trainings", "time"}}
    return Numbers(trainings=None, time=sum((part.time for part in parts), timedelta()), **counts)


#: How many trainings lie before one, each of which trained the trainers of the next; 3 stands for three or more.
LEVEL: Final = Case(
    When(training__follows=None, then=Value(0)),
    When(training__follows__follows=None, then=Value(1)),
    When(training__follows__follows__follows=None, then=Value(2)),
    default=Value(3),
    output_field=IntegerField(),
)

#: Ways of dividing, as expressions on enrolments. A training may have several areas and stages, and counts in each.
BENEFICIARY: Final = F("beneficiary")
AGENCY: Final = F("member__agency")
GENDER: Final = F("member__gender")
POSITION: Final = F("member__position")
AREA: Final = F("training__priority_areas")
STAGE: Final = F("training__stages")
YEAR: Final = ExtractYear("training__end")


def counted(condition: Q) -> QuerySet[Enrolment]:
    """The enrolments of which the numbers are made. `condition` says of which trainings, and of whom."""
    there = Attendance.objects.filter(enrolment=OuterRef("pk"))
    enrolments = Enrolment.objects.filter(condition, state__in=_PLACES, training__is_cancelled=False)
    return enrolments.order_by().annotate(was_there=Exists(there))


def all_together(enrolments: QuerySet[Enrolment], *, with_opinions: bool) -> Numbers:
    """Four queries at most."""
    everybody = enrolments.aggregate(**_COUNTS)
    return _measured(enrolments, Value(0, IntegerField()), {0: everybody}, with_opinions=with_opinions)[0]


def divided(enrolments: QuerySet[Enrolment], by: Any, *, with_opinions: bool) -> dict[Any, Numbers]:
    """The numbers of each part in which somebody took part; None stands for those of none. Four queries at most."""
    rows: Any = enrolments.annotate(part=by).values("part").annotate(**_COUNTS)
    counts = {row.pop("part"): row for row in rows if row["persons"]}
    return _measured(enrolments, by, counts, with_opinions=with_opinions)


def _measured(
    enrolments: QuerySet[Enrolment], by: Any, counts: dict[Any, dict[str, int]], *, with_opinions: bool
) -> dict[Any, Numbers]:
    """These counts of each part, with what else is known of it."""
    times = _times(enrolments.annotate(part=by))
    participations = enrolments.filter(TOOK_PART)
    tested = scores(participations, by)
    thought = opinions(participations, by) if with_opinions else {}
    return {
        part: Numbers(**count, time=times.get(part, timedelta()), **tested.get(part, {}), **thought.get(part, {}))
        for part, count in counts.items()
    }


def _times(parts: Any) -> dict[Any, timedelta]:
    """What the participants of each part were there for; `parts` are enrolments with their `part`.

    Sessions begin and end at few different times of a day: how often each was ticked is counted, and only these are
    multiplied here. A time less another would be worked out in Python by SQLite, for each tick.
    """
    ticked = parts.filter(attendances__isnull=False).exclude(state=State.NO_SHOW)
    clocks = ticked.values(
        "part", begins=F("attendances__session__begins"), ends=F("attendances__session__ends")
    ).annotate(ticks=Count("attendances"))
    times: dict[Any, timedelta] = {}
    for row in clocks:
        # The clock is put forward or back at night, when nobody is trained.
        length = datetime.combine(date.min, row["ends"]) - datetime.combine(date.min, row["begins"])
        times[row["part"]] = times.get(row["part"], timedelta()) + row["ticks"] * length
    return times


_COUNTS: Final[dict[str, Any]] = {
    "trainings": Count("training", filter=TOOK_PART, distinct=True),
    "persons": Count("member", filter=TOOK_PART, distinct=True),
    "participations": Count("pk", filter=TOOK_PART),
    "places": Count("pk"),
    "completed": Count("pk", filter=Q(state=State.COMPLETED)),
}
