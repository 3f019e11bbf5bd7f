"""What the first page of the administration says about pages of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from portal.desk.reports.overview import page_lines


class ToDoPanel(Component):
    """The reports that have something for this person; nothing when there is nothing to do."""

    name = "desk_to_do"
    template_name = "desk/first_page/to_do.html"
    order = 230

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"lines": [line for line in page_lines(user) if line.count]}
