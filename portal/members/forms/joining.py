"""Applying to join, and accepting an invitation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.members.forms.consent import ConsentPart
from portal.members.forms.work import WorkForm
from portal.vocabulary.models import Beneficiary


class ApplicationForm(WorkForm, ConsentPart):
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Best the one at your work. We send a link there, to be sure that it is yours."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    why = forms.CharField(
        label=_("Why do you want to join?"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )
    #: People do not see it; what fills in everything gives itself away.
    homepage = forms.CharField(
        label=_("Leave this empty"), required=False, widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"})
    )

    field_order = ("first_name", "last_name", "email")

    @property
    def shown(self) -> list[forms.BoundField]:
        """The fields above the consent."""
        return [field for field in self.visible_fields() if field.name not in {"consent", "homepage"}]

    @property
    def is_from_a_machine(self) -> bool:
        return bool(self.cleaned_data["homepage"])


class AcceptForm(WorkForm, ConsentPart):
    """What an invitation does not say. The beneficiary is fixed where the inviter named it."""

    def __init__(self, *args: Any, beneficiary: Beneficiary | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if beneficiary is not None:
            self.initial["beneficiary"] = beneficiary.code
            self.fields["beneficiary"].disabled = True

    @property
    def shown(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name != "consent"]
