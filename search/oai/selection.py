"""Selective harvesting: which records are wanted, in which order they come, where a list goes on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core import signing
from django.db.models import Exists, OuterRef, Q, QuerySet

from search.harvest.record import HarvestRecord, HarvestSet
from search.harvest.sets import beginning_of, is_division
from search.oai.arguments import FROM, PREFIX, SET, TOKEN, UNTIL, Asked
from search.oai.errors import ProtocolError, bad_argument, bad_token
from search.oai.formats import check_format
from search.oai.moments import first_of, last_of

PAGE_SIZE = 100

#: Section 2.6, as the schema has it.
_SPEC = re.compile(r"[A-Za-z0-9_.!~*'()-]+(?::[A-Za-z0-9_.!~*'()-]+)*")

_signer = signing.Signer(salt="search.oai")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list goes on: after the record with this datestamp and key. `number` of `total` records were given."""

    moment: datetime
    key: int
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Part:
    """Some records of a list: `number` came before them; `total` and `token` are None for a list that is given whole.

    `token` is "" for the last part of several.
    """

    records: list[HarvestRecord]
    number: int
    total: int | None
    token: str | None


def part_asked(asked: Asked) -> Part:
    """The first part of the list, or the one that a resumption token asks for.

    What changes while somebody harvests moves to the end of the list, so nothing is missed. Raises ProtocolError.
    """
    wanted: Mapping[str, str]
    place: Place | None
    if TOKEN in asked.arguments:
        wanted, place = _read(asked.arguments[TOKEN], asked.verb)
    else:
        wanted, place = asked.arguments, None
    records = _matching(wanted)
    rest = records if place is None else records.filter(_after(place))
    found = list(rest.prefetch_related("sets")[: PAGE_SIZE + 1])
    if not found:
        raise ProtocolError("noRecordsMatch", "There is no record of that set in that time.")
    if len(found) <= PAGE_SIZE:
        return Part(found, place.number, place.total, "") if place else Part(found, 0, None, None)
    shown, last = found[:PAGE_SIZE], found[PAGE_SIZE - 1]
    number, total = (place.number, place.total) if place else (0, records.count())
    token = _written(asked.verb, wanted, Place(last.datestamp, last.pk, number + PAGE_SIZE, total))
    return Part(shown, number, total, token)


def _matching(wanted: Mapping[str, str]) -> QuerySet[HarvestRecord]:
    """Records in the order of their datestamps. Raises ProtocolError."""
    check_format(wanted[PREFIX])
    condition = Q()
    if FROM in wanted:
        condition &= Q(datestamp__gte=first_of(wanted[FROM]))
    if UNTIL in wanted:
        condition &= Q(datestamp__lte=last_of(wanted[UNTIL]))
    if FROM in wanted and UNTIL in wanted:
        if len(wanted[FROM]) != len(wanted[UNTIL]):
            raise bad_argument("Write from and until in the same form.")
        if first_of(wanted[FROM]) > last_of(wanted[UNTIL]):
            raise bad_argument("From is later than until.")
    if SET in wanted:
        condition &= _in_set(wanted[SET])
    return HarvestRecord.objects.filter(condition).order_by("datestamp", "pk")


def _in_set(spec: str) -> Q:
    if not _SPEC.fullmatch(spec):
        raise bad_argument("That is not how sets are named; ListSets names them.")
    rows = HarvestSet.objects.filter(record=OuterRef("pk"))
    return Q(Exists(rows.filter(spec__startswith=beginning_of(spec)) if is_division(spec) else rows.filter(spec=spec)))


def _after(place: Place) -> Q:
    return Q(datestamp__gt=place.moment) | Q(datestamp=place.moment, pk__gt=place.key)


def _written(verb: str, wanted: Mapping[str, str], place: Place) -> str:
    """A token that says everything itself and is valid for ever: nothing is kept for it. Signed, so it is ours."""
    return _signer.sign_object([verb, dict(wanted), place.moment.isoformat(), place.key, place.number, place.total])


def _read(token: str, verb: str) -> tuple[dict[str, str], Place]:
    """Raises ProtocolError (badResumptionToken)."""
    try:
        said: list[Any] = _signer.unsign_object(token)
    except signing.BadSignature:
        raise bad_token() from None
    given_for, wanted, moment, *numbers = said
    if given_for != verb:
        raise bad_token()
    return wanted, Place(datetime.fromisoformat(moment), *numbers)
