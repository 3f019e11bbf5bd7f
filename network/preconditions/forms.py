"""The form of a report on a precondition."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import PreconditionReport, PreconditionState
from portal.core.languages.own_names import OwnNamesSelect
from portal.vocabulary.models import Term
from portal.vocabulary.models.taxonomy import FacetCode


class ReportForm(forms.ModelForm):
    """`seen` is the report that stood there when the form was opened."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = PreconditionReport
        fields = ("state", "evidence", "language", "owner", "as_of")
        widgets = {
            "state": forms.RadioSelect,
            "evidence": forms.Textarea(attrs={"rows": 5}),
            "language": OwnNamesSelect,
            "as_of": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        labels = {
            "state": _("State"),
            "evidence": _("Evidence"),
            "language": _("Language of the evidence"),
            "owner": _("Who sees to it"),
            "as_of": _("As of"),
        }
        help_texts = {
            "state": _("“Not reported” takes a report back. It says nothing about law or practice."),
            "evidence": _("Where it can be seen: a law, a decision, a report. No names of persons."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        state: Any = self.fields["state"]
        state.choices = PreconditionState.choices
        owner: Any = self.fields["owner"]
        owner.queryset = Term.objects.filter(facet__code=FacetCode.AGENCY).order_by("position", "code")
        owner.empty_label = _("Not reported")

    def clean_as_of(self) -> Any:
        day = self.cleaned_data["as_of"]
        if day > timezone.localdate():
            raise ValidationError(_("The day cannot lie in the future."))
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("evidence") and not data.get("language"):
            self.add_error("language", _("Say in which language the evidence is written."))
        return data

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
