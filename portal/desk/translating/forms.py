"""What a translator says of the whole language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.content_language.readiness import Readiness, State
from portal.desk.translating.place import Place
from portal.desk.translating.saving import Decisions


class DecisionsForm(forms.Form):
    readiness = forms.ChoiceField(
        label=_("state of this language"), choices=Readiness.choices, required=False, widget=forms.RadioSelect
    )
    is_checked = forms.BooleanField(
        label=_("This translation has been checked against the present source"), required=False
    )
    needs_review = forms.BooleanField(label=_("a native specialist should read this language"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def __init__(self, place: Place, data: Any = None) -> None:
        page, code = place.page, place.code
        initial = {
            "readiness": getattr(page, f"readiness_{code}") or "",
            "needs_review": getattr(page, f"needs_review_{code}"),
            "seen": page.source_version,
        }
        super().__init__(data, initial=initial)
        if page.state(code) != State.OUTDATED:
            del self.fields["is_checked"]

    def decisions(self) -> Decisions:
        """What makes no sense is as if nothing had been said."""
        self.full_clean()
        return Decisions(
            readiness=self.cleaned_data.get("readiness"),
            needs_review=self.cleaned_data.get("needs_review"),
            is_checked=self.cleaned_data.get("is_checked", False),
            seen=self.cleaned_data.get("seen"),
        )
