"""Cells of the report."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format, number_format
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, NumberColumn, TitleColumn

from search.lexicon.equivalent_terms import EquivalentTerms
from search.statistics.report import OpenedResource, SearchedText

#: Bars have a class for every twentieth: the admin's pages carry no styles of their own.
_STEPS: Final = 20


def search_url(row: SearchedText) -> str:
    """The page of the library with this search."""
    with translation.override(row.rendering.code):
        return f"{reverse('search:library')}?{urlencode({'q': row.text})}"


def edit_url(row: OpenedResource) -> str:
    return reverse("wagtailadmin_pages:edit", args=[row.page])


class DayColumn(Column):
    """A day as it is written, not how long ago it was."""

    def get_value(self, instance: Any) -> str:
        return date_format(super().get_value(instance), "DATE_FORMAT")


class PositionColumn(Column):
    """A mean place in the list of results, with one digit after the point."""

    def get_value(self, instance: Any) -> str:
        value = super().get_value(instance)
        return "" if value is None else number_format(value, decimal_pos=1)


class SynonymColumn(BaseColumn):
    """Leads to the form of synonyms with the text filled in under its language."""

    cell_template_name = "search/admin/synonym_cell.html"

    def get_cell_context_data(self, instance: SearchedText, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        address = reverse(EquivalentTerms.snippet_viewset.get_url_name("add"))
        context["url"] = f"{address}?{urlencode({instance.rendering.content_code: instance.text})}"
        return context


class BarColumn(Column):
    """A number with a bar beside it, as long as it is in comparison to `largest`."""

    cell_template_name = "search/admin/bar_cell.html"

    def __init__(self, *args: Any, largest: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._largest = max(largest, 1)

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        # Rounded up: what is not nothing shows.
        context["step"] = -(-context["raw_value"] * _STEPS // self._largest)
        return context


def words_column() -> TitleColumn:
    return TitleColumn("words", label=_("Words"), get_url=search_url)


def language_column() -> Column:
    return Column("language", label=_("Language"))


def searches_column() -> NumberColumn:
    return NumberColumn("searches", label=_("Searches"))


def in_vain_column() -> NumberColumn:
    return NumberColumn("found_nothing", label=_("Found nothing"))


def opened_columns() -> list[Column]:
    """How often results were opened, and where these stood."""
    return [
        NumberColumn("clicks", label=_("Results opened")),
        PositionColumn("position", label=_("Mean place in the list")),
    ]
