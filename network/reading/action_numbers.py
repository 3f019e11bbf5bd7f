"""The table of action points in numbers, as pages and spreadsheets show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from network.models import Outcome, WorkingGroupPage
from network.queries.action_numbers import Numbers, counted
from network.reading.actions import group_title
from portal.core.languages.collation import sort_key
from portal.core.languages.reader import current_reader
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.words import beneficiary_words


@dataclass(frozen=True, slots=True)
class NumbersRow:
    """`title_lang` where the title is not in the language of the reader."""

    title: str
    title_lang: str
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class NumbersTable:
    groups: list[NumbersRow]
    beneficiaries: list[NumbersRow]


def numbers_table(actions: QuerySet[Outcome]) -> NumbersTable:
    """Groups and beneficiaries in the alphabetical order of the reader; none ranks them (a fixed number of queries)."""
    found = counted(actions, timezone.localdate())
    groups = WorkingGroupPage.objects.filter(pk__in=found.groups)
    rows = [NumbersRow(*group_title(group), found.groups[group.pk]) for group in groups]
    language = current_reader().language.code
    return NumbersTable(
        sorted(rows, key=lambda row: sort_key(row.title, language)), _of_beneficiaries(found.beneficiaries)
    )


def _of_beneficiaries(numbers: Mapping[int | None, Numbers]) -> list[NumbersRow]:
    words = alphabetical((word for key, word in beneficiary_words().items() if key in numbers), "name")
    rows = [NumbersRow(word.name, "", numbers[word.pk]) for word in words]
    if None in numbers:
        rows.append(NumbersRow(_("Agencies, and members of no beneficiary"), "", numbers[None]))
    return rows
