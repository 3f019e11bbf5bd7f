"""A form with each kind of field that the portal has."""

from __future__ import annotations

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from portal.website.showcase.example import long, sentence

_long = lazy(long, str)
_sentence = lazy(sentence, str)


def _choices() -> list[tuple[str, str]]:
    return [("one", sentence()), ("two", long())]


class SampleForm(forms.Form):
    name = forms.CharField(label=_("Name"), help_text=_sentence())
    address = forms.EmailField(label=_long(), help_text=_long(), required=False)
    note = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    one = forms.ChoiceField(label=_("Language"), choices=_choices)
    one_shown = forms.ChoiceField(label=_("Stage"), choices=_choices, widget=forms.RadioSelect)
    several = forms.MultipleChoiceField(
        label=_("Filters"), choices=_choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    agreed = forms.BooleanField(label=_long(), help_text=_sentence())
    disabled = forms.CharField(label=_("Disabled"), disabled=True, initial=sentence, required=False)


def untouched() -> SampleForm:
    return SampleForm(prefix="untouched")


def with_errors() -> SampleForm:
    """An error at each field that can have one, and one of the whole form."""
    data = {"sent-address": "x", "sent-one": "x", "sent-one_shown": "x", "sent-several": ["x"]}
    form = SampleForm(data, prefix="sent")
    form.add_error(None, long())
    return form
