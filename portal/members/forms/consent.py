"""Agreeing to the text of the day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.members.models import ConsentText


class ConsentPart(forms.Form):
    """`version` is the one that was shown: whoever agrees to a text agrees to what they have read."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    consent = forms.BooleanField(label=_("I have read this and agree."))

    def __init__(self, *args: Any, consent_text: ConsentText, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consent_text = consent_text
        self.initial["version"] = consent_text.version

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("version") != self.consent_text.version:
            self.add_error("consent", _("The text has changed meanwhile. Please read it again and agree."))
            # What is sent back with the form is the text that stands there now, not yet agreed to.
            if isinstance(self.data, QueryDict):
                data = self.data.copy()
                data["version"] = str(self.consent_text.version)
                data.pop("consent", None)
                self.data = data
        return values
