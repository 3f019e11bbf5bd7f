"""Writing to participants."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trainings.models import TrainerMessage
from trainings.rules.states import LIVE, State


class MessageForm(forms.ModelForm):
    """`to` is a state, or "" for everybody who may still come or came."""

    to = forms.ChoiceField(label=_("To"), required=False)

    class Meta:
        model = TrainerMessage
        fields = ("subject", "text")
        labels = {"subject": _("Subject"), "text": _("Message")}
        widgets = {"text": forms.Textarea(attrs={"rows": 10})}

    field_order = ("to", "subject", "text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = [(state.value, state.label) for state in State if state in LIVE]
        self.fields["to"].choices = [("", _("Everybody")), *states]  # type: ignore[attr-defined]

    def clean_subject(self) -> str:
        """In one line, as it stands above a mail."""
        return " ".join(self.cleaned_data["subject"].split())
