"""The form in which a trainer announces or changes a training.

What may be is checked by the page and by what the form of the administration checks too; nothing is said twice here.
"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms.utils import ErrorDict, ErrorList
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import ClusterForm

from portal.core.content_language.localized import localized_for_card
from portal.core.content_language.readiness import Readiness
from portal.core.languages.catalogue import CONTENT_CODES, content_language
from portal.core.languages.own_names import boxes_by_own_name
from portal.members.models.spoken_languages import joined
from trainings.editing.form import PartsChecked
from trainings.models import CoursePage, TrainingPage

#: So many rows more, each time they are asked for.
MORE_ROWS: Final = 3
#: So many parts of a kind; a request that claims more is none of ours.
MOST_ROWS: Final = 60

_TEXTS: Final = ("headline", "summary", "place")


def _day() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def _clock() -> forms.TimeInput:
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


class AnnouncementForm(PartsChecked, ClusterForm):
    """Texts are those of one language: that of the page, and of a new page that of whoever writes.

    `seen` is the revision that was shown; when there is a newer one, nothing is stored and what was typed stays.
    """

    headline = forms.CharField(
        label=_("Title"),
        max_length=255,
        required=False,
        help_text=_("Left empty, it is that of the course."),
    )
    summary = forms.CharField(
        label=_("Summary"), max_length=500, widget=forms.Textarea(attrs={"rows": 4}), help_text=_("Two sentences.")
    )
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    link = forms.URLField(label=_("Link to take part"), required=False, max_length=500, assume_scheme="https")
    spoken = forms.MultipleChoiceField(
        label=_("Languages spoken"),
        choices=boxes_by_own_name(map(content_language, CONTENT_CODES)),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    field_order = (
        *("headline", "summary", "start", "end", "time_zone", "place", "link", "spoken", "capacity", "minimum"),
        *("admission", "opens_on", "closes_on", "has_waiting_list", "offer_days"),
    )

    class Meta:
        model = TrainingPage
        fields = (
            *("start", "end", "time_zone", "link", "capacity", "minimum", "has_waiting_list"),
            *("offer_days", "admission", "opens_on", "closes_on"),
        )
        formsets = {
            "sessions": {
                "fields": ["day", "begins", "ends"],
                "widgets": {"day": _day(), "begins": _clock(), "ends": _clock()},
                "extra": MORE_ROWS,
                "max_num": MOST_ROWS,
            },
            "quotas": {"fields": ["beneficiary", "institution", "places"], "extra": 1, "max_num": MOST_ROWS},
        }
        widgets = {"start": _day(), "end": _day(), "opens_on": _day(), "closes_on": _day()}

    def __init__(self, *args: Any, course: CoursePage, **kwargs: Any) -> None:
        self.course = course
        page: TrainingPage = kwargs["instance"]
        texts = {name: getattr(page, f"{name}_{page.source_language}") or "" for name in _TEXTS}
        spoken = {"spoken": page.training_languages.split(), "seen": str(page.latest_revision_id or "")}
        kwargs["initial"] = {**texts, **spoken, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    def clean_seen(self) -> str:
        seen: str = self.cleaned_data["seen"]
        if seen != str(self.instance.latest_revision_id or ""):
            raise ValidationError(gettext("Somebody else has changed this training meanwhile."))
        return seen

    def clean_headline(self) -> str:
        typed = " ".join(self.cleaned_data["headline"].split())
        return typed or self._title_of_course()

    def _title_of_course(self) -> str:
        localized = localized_for_card(self.course, content_language(self.instance.source_language))
        return str(localized.headline) if localized else self.course.title

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if self.instance.pk is None and (end := data.get("end")) and end < timezone.localdate():
            self.add_error("end", gettext("This day is over."))
        return data

    def _post_clean(self) -> None:
        page, data = self.instance, self.cleaned_data
        code = page.source_language
        for name in _TEXTS:
            if name in data:
                setattr(page, f"{name}_{code}", data[name])
        setattr(page, f"readiness_{code}", Readiness.READY)
        page.training_languages = joined(data.get("spoken", ()))
        super()._post_clean()
        if not self.errors:
            for missing in page.missing_for_publishing():
                self.add_error(None, ValidationError(missing.message, code="missing"))

    def _update_errors(self, errors: ValidationError) -> None:
        self.add_refusal(errors)

    def add_refusal(self, error: ValidationError) -> None:
        """Each reason at its field; of what is not in this form, above all of it."""
        by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
        for name, reasons in by_field.items():
            self.add_error(name if name in self.fields else None, reasons)

    def says_nothing_yet(self) -> None:
        """For a form that comes back with more rows: nobody has said yet that it is done."""
        self._errors = ErrorDict()
        for formset in self.formsets.values():
            formset._errors, formset._non_form_errors = [], ErrorList()
            for form in formset.forms:
                form._errors = ErrorDict()
            formset._errors = [form._errors for form in formset.forms]
