"""The field of a text in the form: how it is drawn, and what comes back from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from django import forms
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from portal.core.blocks.fields import PLAIN_FEATURES
from portal.core.rich_text.html import rich_text_html
from portal.desk.translating.saving import Written
from portal.desk.units.unit import Kind, Unit

#: What stands before the key of a text in the names of its fields.
TEXT: Final = "text:"
LOADED: Final = "loaded:"
SOURCE: Final = "source:"

#: Characters on a line of the narrow field, and lines of the lowest and of the highest.
_LINE: Final = 50
_LOWEST: Final = 2
_HIGHEST: Final = 12


def widget_of(unit: Unit) -> forms.Widget:
    if unit.kind is Kind.RICH:
        return DraftailRichTextArea(features=list(unit.features))
    if unit.kind is Kind.LINE and len(unit.source) <= _LINE:
        return forms.TextInput()
    lines = max(len(unit.source), len(unit.target)) // _LINE + unit.source.count("\n") + 1
    return forms.Textarea(attrs={"rows": min(max(lines, _LOWEST), _HIGHEST)})


def written_texts(data: Mapping[str, str], units: Mapping[str, Unit]) -> dict[str, Written]:
    """What was written, by the key of the text, those whose block is gone as well."""
    return {
        key: Written(_read(value, units.get(key)), data.get(f"{LOADED}{key}", ""), data.get(f"{SOURCE}{key}", ""))
        for name, value in data.items()
        if name.startswith(TEXT) and (key := name.removeprefix(TEXT))
    }


def form_value(unit: Unit) -> str:
    """What the field of a text holds when it has been opened."""
    if unit.kind is Kind.RICH:
        return str(ContentstateConverter(list(unit.features)).from_database_format(unit.clean(unit.target)))
    return unit.target


def shown(unit: Unit, text: str) -> SafeString:
    """A text of this kind as safe HTML, to be read."""
    if unit.kind is Kind.RICH:
        return rich_text_html(unit.clean(text))
    return mark_safe(linebreaks(text, autoescape=True))  # noqa: S308 - escaped


def _read(value: str, unit: Unit | None) -> str | None:
    """The text in the form in which it is stored; None for what no editor could have sent."""
    is_rich = unit.kind is Kind.RICH if unit is not None else value.startswith('{"')
    if not is_rich:
        return value
    features = list(unit.features) if unit is not None else PLAIN_FEATURES
    try:
        # What the editor sends when nothing is in it.
        if json.loads(value) is None:
            return ""
        return str(ContentstateConverter(features).to_database_format(value))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
