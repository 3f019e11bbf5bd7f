"""The tables of the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import BaseColumn, Column, Table, TitleColumn

from search.statistics import report
from search.statistics.admin.columns import (
    BarColumn,
    DayColumn,
    SynonymColumn,
    edit_url,
    in_vain_column,
    language_column,
    opened_columns,
    searches_column,
    words_column,
)


@dataclass(frozen=True)
class ReportTable:
    """`key` names it in addresses; `text` says what is in it; `more` are columns that are on the page only."""

    key: str
    heading: str
    text: str
    columns: Sequence[Column]
    read: Callable[[], Sequence[Any]]
    more: Sequence[BaseColumn] = ()

    @cached_property
    def rows(self) -> Sequence[Any]:
        """Read when they are needed: a spreadsheet is of one table."""
        return self.read()

    @cached_property
    def component(self) -> Table:
        return Table([*self.columns, *self.more], self.rows, caption=self.heading)


def report_tables(scope: report.Scope, user: Any, limit: int | None) -> list[ReportTable]:
    """All of them, each with no more than `limit` rows; weeks are all there."""
    weeks = report.weeks(scope)
    may_add = user.has_perm("search.add_equivalentterms")
    return [
        ReportTable(
            "searched",
            _("Most searched"),
            _("A word opens the search for it."),
            [words_column(), language_column(), searches_column(), in_vain_column(), *opened_columns()],
            partial(report.most_searched, scope, limit),
        ),
        ReportTable(
            "in-vain",
            _("Found nothing"),
            _("Another word for the same may lead readers to what there is. Or it is something to write about."),
            [words_column(), language_column(), in_vain_column(), searches_column()],
            partial(report.in_vain, scope, limit),
            [SynonymColumn("synonym", label="")] if may_add else (),
        ),
        ReportTable(
            "never-opened",
            _("Found, but never opened"),
            _("Titles and summaries may not say what readers look for."),
            [words_column(), language_column(), searches_column()],
            partial(report.never_opened, scope, limit),
        ),
        ReportTable(
            "opened",
            _("Resources most opened"),
            _("From the results of searches, by readers whose browser runs scripts. Only what you may see yourself."),
            [TitleColumn("title", label=_("Resource"), get_url=edit_url), *opened_columns()],
            partial(report.most_opened, scope, user, limit),
        ),
        ReportTable(
            "weeks",
            _("Week by week"),
            _("All searches, those without their words too."),
            [
                DayColumn("monday", label=_("Week from")),
                BarColumn("searches", label=_("Searches"), largest=max(week.searches for week in weeks)),
                in_vain_column(),
            ],
            lambda: weeks,
        ),
    ]
