"""The form of a language of a record: a field for each text, beside its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from network.recording.pasted import PlainLine, PlainText
from network.rules.amendments import seen
from network.translating.units import Unit


class TranslationForm(forms.Form):
    """Each text goes with short names of what the translator saw: of its source, and of the translation there was."""

    def __init__(self, data: Any = None, *, units: Sequence[Unit], lang: str) -> None:
        super().__init__(data, auto_id="text-%s")
        for unit in units:
            length = unit.thing._meta.get_field(unit.field).max_length
            line = {"widget": forms.TextInput(attrs={"size": "40"})} if unit.is_line else {"rows": 4}
            kind: Any = PlainLine if unit.is_line else PlainText
            field = kind(label=unit.label, max_length=length, required=False, initial=unit.target, **line)
            field.widget.attrs["lang"] = lang
            self.fields[unit.name] = field
            for name, text in ((f"{unit.name}-saw", unit.source), (f"{unit.name}-base", unit.target)):
                hidden = forms.CharField(required=False, initial=seen(text), widget=forms.HiddenInput)
                self.fields[name] = hidden
