"""What those who look after members fill in."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.focal_points import focal_point_for
from portal.core.languages.catalogue import LANGUAGES
from portal.members.forms.choices import NONE, beneficiary_choices, beneficiary_of
from portal.members.rules.stewards import is_administrator
from portal.vocabulary.models import Beneficiary


class DecisionForm(forms.Form):
    """Two buttons; who declines says why."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[("approve", _("Approve")), ("decline", _("Decline"))],
        widget=forms.RadioSelect({"class": "plain"}),
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1_000,
        required=False,
        help_text=_("Needed when you decline. It is sent to the person and kept."),
        widget=forms.Textarea({"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("decision") == "decline" and not values.get("reason"):
            self.add_error("reason", _("Say why, so that the person understands the decision."))
        return values


class ReasonForm(forms.Form):
    """Why somebody is suspended."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1_000,
        help_text=_("It is sent to the person and kept."),
        widget=forms.Textarea({"rows": 4}),
    )


class InvitationForm(forms.Form):
    email = forms.EmailField(label=_("E-mail address"))
    beneficiary = forms.ChoiceField(
        label=_("Beneficiary"),
        required=False,
        choices=beneficiary_choices,
        help_text=_("The one that the person belongs to. Left open, they say it themselves."),
    )
    language = forms.ChoiceField(
        label=_("Language of the e-mail"),
        choices=[(language.code, language.native_name) for language in LANGUAGES],
    )
    message = forms.CharField(
        label=_("Your message"),
        max_length=1_000,
        required=False,
        help_text=_("A few words of your own, in that language."),
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        beneficiary = cast(forms.ChoiceField, self.fields["beneficiary"])
        if is_administrator(user):
            beneficiary.choices = [choice for choice in beneficiary_choices() if choice[0] != NONE]
            return
        # A focal point invites people of the beneficiary that is theirs.
        codes = focal_point_for(user)
        beneficiary.choices = [choice for choice in beneficiary_choices() if choice[0] in codes]
        beneficiary.required = True
        beneficiary.help_text = ""

    def clean_beneficiary(self) -> Beneficiary | None:
        return beneficiary_of(self.cleaned_data["beneficiary"])
