"""Forms about certificates."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from trainings.models import CertificateChoice


class ChoiceForm(forms.ModelForm):
    """What a person settles for their certificates."""

    class Meta:
        model = CertificateChoice
        fields = ("name", "shows_name")
        help_texts = {
            "name": _(
                "If it is to be written otherwise than in your account. It holds for certificates issued from now on."
            ),
            "shows_name": _(
                "Only with the code that stands on the certificate. Without this, the first letters are shown. You can "
                "take it back at any time."
            ),
        }

    def clean_name(self) -> str:
        """In one line."""
        return " ".join(self.cleaned_data["name"].split())


class ReasonForm(forms.Form):
    """Why a certificate is replaced or revoked."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("Kept with the certificate, and told to the participant. Whoever checks it does not see it."),
    )
