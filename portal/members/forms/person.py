"""What every form says of a person in one line."""

from __future__ import annotations

from django import forms

from portal.members.forms.fields import one_line


class PersonForm(forms.Form):
    """Name, institution and post stand in lists and letters: each is one line."""

    def clean_first_name(self) -> str:
        return one_line(self.cleaned_data["first_name"])

    def clean_last_name(self) -> str:
        return one_line(self.cleaned_data["last_name"])

    def clean_institution_name(self) -> str:
        return one_line(self.cleaned_data["institution_name"])

    def clean_position(self) -> str:
        return one_line(self.cleaned_data["position"])
