"""Columns of the table of all pages."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column

from portal.core.languages.catalogue import BY_CODE


class DeskColumn(BaseColumn):
    class Media:
        css = {"all": ("desk/admin/desk.css",)}


class TickColumn(DeskColumn):
    """A box for the page, part of the form below the table."""

    cell_template_name = "desk/dashboard/tick_cell.html"


class PageColumn(DeskColumn, Column):
    """The page with its type and place, and whether readers have it as it stands."""

    cell_template_name = "desk/dashboard/page_cell.html"


class LanguageColumn(DeskColumn):
    """Where one language stands."""

    cell_template_name = "desk/dashboard/language_cell.html"

    def __init__(self, code: str) -> None:
        super().__init__(f"state_{code}", label=BY_CODE[code].native_name, classname="desk-language")
        self.code = code

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "cell": instance.cells[self.code]}


def need_column() -> Column:
    return Column(
        "need",
        label=_("Need"),
        sort_key="need",
        ascending_title_text=_("Least needed first"),
        descending_title_text=_("Most needed first"),
    )
