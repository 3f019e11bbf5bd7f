"""The short code of a session, as somebody reads it from the wall."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext, gettext_lazy

from trainings.checkin.codes import TYPED_LENGTH, read_typed


class CodeForm(forms.Form):
    """`code` are its figures, without what stands between them."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        help_text=gettext_lazy("Six figures, as the trainer's page shows them now."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_code(self) -> str:
        code = read_typed(self.cleaned_data["code"])
        if len(code) != TYPED_LENGTH:
            raise forms.ValidationError(gettext("The code has six figures."))
        return code
