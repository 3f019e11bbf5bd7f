"""Choices in the alphabetical order of the editor's language: no order of beneficiaries ranks them."""

from __future__ import annotations

from typing import Any

from django import forms

from portal.core.languages.collation import sort_key
from portal.core.languages.reader import current_reader


class _Alphabetical(forms.widgets.ChoiceWidget):
    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        """Each choice is a group of its own here. The empty one, where there is one, stays first."""
        language = current_reader().language.code

        def place(group: Any) -> Any:
            option = group[1][0]
            return bool(str(option["value"])), sort_key(str(option["label"]), language)

        return sorted(super().optgroups(name, value, attrs), key=place)


class AlphabeticalTicks(_Alphabetical, forms.CheckboxSelectMultiple):
    """A tick for each."""


class AlphabeticalSelect(_Alphabetical, forms.Select):
    """One of a list."""
