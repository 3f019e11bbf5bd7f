"""The forms of an entry."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.languages.own_names import OwnNamesSelect
from portal.core.languages.reader import current_reader
from practices.models import Implementation


class EntryForm(forms.ModelForm):
    """`seen` is the entry that waited in this language when the form was opened."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Implementation
        fields = ("language", "text")
        widgets = {"language": OwnNamesSelect, "text": forms.Textarea(attrs={"rows": 6})}
        labels = {"language": _("Language of the text"), "text": _("How it is implemented")}
        help_texts = {"text": _("Laws, practice, numbers, in a few sentences. No names of persons.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = current_reader().language.content_code

    def clean_text(self) -> str:
        """A browser sends line breaks as CR and LF."""
        return "\n".join(self.cleaned_data["text"].splitlines()).strip()


class DeclineForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, help_text=_("Its author reads it."))
