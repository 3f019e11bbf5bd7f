"""The forms of proposals to a draft."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network.models import AmendmentTarget, OutcomeKind
from network.recording.parts import new_key
from network.recording.pasted import PlainLine, PlainText
from network.rules.amendments import seen


def _text_of(target: str, label: Any, rows: int) -> forms.CharField:
    """Only what was said at an item may be left out of a record; titles are one line."""
    if target == AmendmentTarget.TITLE:
        return PlainLine(label=label, max_length=300)
    return PlainText(label=label, rows=rows, required=target != AmendmentTarget.TEXT)


class ProposalForm(forms.Form):
    """Another wording of the text `now`, or a new outcome. `place` names the text in the record."""

    reason = PlainText(label=_("Reason"), rows=2, max_length=2000)
    place = forms.CharField(widget=forms.HiddenInput)
    key = forms.RegexField(r"\A[0-9a-f]{16}\Z", widget=forms.HiddenInput)
    saw = forms.CharField(widget=forms.HiddenInput, required=False)

    field_order = ("kind", "text")

    def __init__(self, data: Any = None, *, place: str, target: str, now: str) -> None:
        initial = {"text": now, "place": place, "key": new_key(), "saw": seen(now), "kind": OutcomeKind.INFORMATION}
        super().__init__(data, initial=initial, auto_id="propose-%s")
        self._now = now
        if target == AmendmentTarget.NEW_OUTCOME:
            self.fields["kind"] = forms.ChoiceField(
                label=_("What came of it?"), choices=OutcomeKind.choices, widget=forms.RadioSelect
            )
        self.fields["text"] = _text_of(target, _("Text that you propose"), rows=5)
        self.order_fields(self.field_order)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if text == self._now:
            raise ValidationError(gettext("This is the text as it stands. Change it, and say why."))
        return text


class DecisionForm(forms.Form):
    """Accepting needs the text that goes into the record, declining a word to the proposer."""

    answer = PlainText(label=_("A word to the member, if you decline"), rows=2, max_length=2000, required=False)
    saw = forms.CharField(widget=forms.HiddenInput, required=False)

    field_order = ("text", "answer")

    def __init__(self, data: Any = None, *, pk: int, target: str, now: str, proposed: str) -> None:
        super().__init__(data, initial={"text": proposed, "saw": seen(now)}, auto_id=f"decide-{pk}-%s")
        self.fields["text"] = _text_of(target, _("Text that goes into the record"), rows=4)
        self.order_fields(self.field_order)
        self._declines = data is not None and data.get("do") == "decline"
        if self._declines:
            self.fields["text"].required = False

    def clean_answer(self) -> str:
        answer: str = self.cleaned_data["answer"]
        if self._declines and not answer:
            raise ValidationError(gettext("Say in a word why not: the member is told."))
        return answer
