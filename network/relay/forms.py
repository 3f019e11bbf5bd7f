"""The forms of messages."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from network.models.relayed_message import SUBJECT_LENGTH, TEXT_LENGTH
from portal.members.forms.fields import one_line


class AnswerForm(forms.Form):
    text = forms.CharField(label=_("Message"), max_length=TEXT_LENGTH, widget=forms.Textarea(attrs={"rows": 10}))


class MessageForm(AnswerForm):
    subject = forms.CharField(label=_("Subject"), max_length=SUBJECT_LENGTH)
    field_order = ("subject", "text")

    def clean_subject(self) -> str:
        """One line: a subject is a header of a mail."""
        return one_line(self.cleaned_data["subject"])


class ReportForm(forms.Form):
    reason = forms.CharField(
        label=_("What is wrong with this message?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("The moderators read this, the message and both names."),
    )
