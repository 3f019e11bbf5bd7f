"""The report: the numbers of all, and tables that divide them, with what must not be shown left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core.languages.folding import fold
from portal.members.models import Gender
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import beneficiary_words, terms_of
from trainings.queries.cascade import LAST_LEVEL
from trainings.reporting import counting
from trainings.reporting.counting import Numbers
from trainings.reporting.small_cells import FEWEST, hidden_rows

Parts = Mapping[Any, Numbers]


@dataclass(frozen=True, slots=True)
class Row:
    """`numbers` is None of a row that is not shown; `is_small` says that it has fewer than FEWEST persons.

    `is_written`: the label is as members wrote it, in whatever language. `scores` and `opinion` are as in Numbers, but
    None where too few were asked.
    """

    label: str
    numbers: Numbers | None
    is_small: bool = False
    is_written: bool = False
    scores: tuple[int, int] | None = None
    opinion: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """`note` says how is counted here. `rows` is None when too few persons took part for a table."""

    key: str
    title: str
    note: str
    rows: Sequence[Row] | None


@dataclass(frozen=True, slots=True)
class Report:
    """`total` is None when it is of too few persons; then there are no tables either."""

    total: Row | None
    tables: Sequence[Table]

    @property
    def is_empty(self) -> bool:
        return self.total is not None and self.total.numbers is not None and not self.total.numbers.persons


def report(condition: Q, *, with_opinions: bool = False) -> Report:
    """The number of queries is always the same.

    `with_opinions`: `condition` says of which trainings only, not of which people. What people think is anonymous, so
    it is told of trainings as a whole or not at all.
    """
    enrolments = counting.counted(condition)
    total = counting.all_together(enrolments, with_opinions=with_opinions)
    if 0 < total.persons < FEWEST:
        return Report(None, [])
    tables = []
    if total.persons:
        for by, table in _TABLES:
            parts = counting.divided(enrolments, by, with_opinions=with_opinions and by in _OF_TRAININGS)
            tables.append(table(parts))
    (row,) = _measured([Row(_("All together"), total)])
    return Report(row, tables)


def fewer() -> str:
    """What stands in place of a number of persons that is too small."""
    return ngettext("fewer than %(count)d", "fewer than %(count)d", FEWEST) % {"count": FEWEST}


def level_name(number: int) -> str:
    """A level of the cascade, from 0 to LAST_LEVEL, in words."""
    return (
        _("Trainings that begin a cascade, or stand alone"),
        _("Given by people who were trained there"),
        _("Given by people who were trained by those"),
        _("Further on"),
    )[number]


def _table(key: str, title: str, note: str, labelled: Iterable[tuple[str, Numbers | None]]) -> Table:
    rows = [Row(label, numbers) for label, numbers in labelled if numbers]
    return _closed(Table(key, title, note, rows))


def _closed(table: Table) -> Table:
    """The table without what must not be shown."""
    rows = list(table.rows or ())
    hidden = hidden_rows([row.numbers.persons for row in rows if row.numbers])
    if hidden is None:
        return replace(table, rows=None)
    shown = [
        replace(row, numbers=None, is_small=bool(row.numbers and row.numbers.persons < FEWEST))
        if place in hidden
        else row
        for place, row in enumerate(_measured(rows))
    ]
    return replace(table, rows=[row if row.numbers else replace(row, scores=None, opinion=None) for row in shown])


def _measured(rows: Sequence[Row]) -> list[Row]:
    """The rows with means, as far as enough people stand behind each, and none can be worked out from the total."""
    numbers = [row.numbers or Numbers() for row in rows]
    untold = hidden_rows([one.tested for one in numbers])
    unsaid = hidden_rows([one.opinions for one in numbers])
    return [
        replace(
            row,
            scores=None if untold is None or place in untold else one.scores,
            opinion=None if unsaid is None or place in unsaid else one.opinion,
        )
        for place, (row, one) in enumerate(zip(rows, numbers, strict=True))
    ]


def _beneficiaries(parts: Parts) -> Table:
    named = [(one.name, parts.get(one.pk)) for one in alphabetical(beneficiary_words().values(), "name")]
    note = _("Where people worked when they enrolled. Who changed in between counts in both.")
    return _table("beneficiary", _("By beneficiary"), note, [*named, (_("Of no beneficiary"), parts.get(None))])


def _agencies(parts: Parts) -> Table:
    note = _("The kind of agency that people name today. It is not known of those who left the network.")
    return _of_terms("agency", _("By kind of agency"), note, FacetCode.AGENCY, parts)


def _genders(parts: Parts) -> Table:
    labelled = [(str(one.label), parts.get(one.value)) for one in Gender]
    note = _("As people say of themselves; nobody has to. It is not known of those who left the network.")
    return _table("gender", _("By gender"), note, [*labelled, (_("Not said"), parts.get(""))])


def _positions(parts: Parts) -> Table:
    """Positions are what members wrote: put together when only letters differ, and when few have them."""
    spellings: dict[str, list[str]] = {}
    for written in parts:
        spellings.setdefault(fold(written), []).append(written)
    rows, rare = [], []
    for same in spellings.values():
        numbers = counting.put_together([parts[written] for written in same])
        if not fold(same[0]):
            rows.append(Row(_("Not said"), numbers))
        elif numbers.persons < FEWEST:
            rare.append(numbers)
        else:
            usual = max(same, key=lambda written: (parts[written].persons, written))
            rows.append(Row(usual, numbers, is_written=True))
    rows.sort(key=lambda row: (not row.is_written, -(row.numbers.persons if row.numbers else 0), row.label))
    if rare:
        rows.append(Row(_("Other positions"), counting.put_together(rare)))
    note = ngettext(
        "As people write it themselves. Positions of fewer than %(count)d persons are put together.",
        "As people write it themselves. Positions of fewer than %(count)d persons are put together.",
        FEWEST,
    )
    return _closed(Table("position", _("By position"), note % {"count": FEWEST}, rows))


def _areas(parts: Parts) -> Table:
    note = _("A training on several priority areas counts in each.")
    return _of_terms("area", _("By priority area"), note, FacetCode.PRIORITY_AREA, parts)


def _stages(parts: Parts) -> Table:
    note = _("A training on several stages counts in each.")
    return _of_terms("stage", _("By stage"), note, FacetCode.STAGE, parts)


def _of_terms(key: str, title: str, note: str, facet: FacetCode, parts: Parts) -> Table:
    named = [(word.label, parts.get(word.pk)) for word in terms_of(facet)]
    return _table(key, title, note, [*named, (_("None named"), parts.get(None))])


def _levels(parts: Parts) -> Table:
    note = _("How many trainings lie before a training, each of which trained the trainers of the next.")
    named = [(level_name(number), parts.get(number)) for number in range(LAST_LEVEL + 1)]
    return _table("cascade", _("By level of the cascade"), note, named)


def _years(parts: Parts) -> Table:
    note = _("The year in which the training ended. Who was trained in several years counts in each.")
    return _table("year", _("By year"), note, [(str(year), parts[year]) for year in sorted(parts)])


#: In the order of the page.
_TABLES: Final[Sequence[tuple[Any, Callable[[Parts], Table]]]] = (
    (counting.BENEFICIARY, _beneficiaries),
    (counting.AGENCY, _agencies),
    (counting.GENDER, _genders),
    (counting.POSITION, _positions),
    (counting.AREA, _areas),
    (counting.STAGE, _stages),
    (counting.LEVEL, _levels),
    (counting.YEAR, _years),
)

#: Ways of dividing by what is true of all of a training.
_OF_TRAININGS: Final = (counting.AREA, counting.STAGE, counting.LEVEL, counting.YEAR)
