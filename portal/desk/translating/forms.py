"""What a translator says of the whole language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.content_language.readiness import Readiness, State
from portal.desk.translating.place import Place
from portal.desk.translating.saving import Decisions


class DecisionsForm(forms.Form):
    """What was not changed here is left as it is, whatever somebody else has made of it meanwhile."""

    readiness = forms.ChoiceField(
        label=_("state of this language"),
        choices=Readiness.choices,
        required=False,
        widget=forms.RadioSelect,
        show_hidden_initial=True,
    )
    is_checked = forms.BooleanField(
        label=_("This translation has been checked against the present source"), required=False
    )
    needs_review = forms.BooleanField(
        label=_("a native specialist should read this language"), required=False, show_hidden_initial=True
    )
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
        said = {name: self.cleaned_data[name] for name in self.changed_data if name in self.cleaned_data}
        return Decisions(
            readiness=said.get("readiness"),
            needs_review=said.get("needs_review"),
            is_checked=bool(said.get("is_checked")),
            seen=self.cleaned_data.get("seen"),
        )
