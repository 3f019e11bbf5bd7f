"""The parts of the form: facts, people, agenda items with their outcomes, outputs, documents.

Each is a form of its own with a prefix, so that one that needs mending keeps none of the others from being saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from network.models import ActionStatus, Meeting, OutcomeKind, OutputKind, WorkingGroupPage
from network.recording.pasted import PlainLine, PlainText
from network.rules.meetings import why_not_due, why_not_number
from network.rules.times import check_times
from portal.core.files.content_check import check_content
from portal.core.languages.catalogue import CONTENT_CODES, content_language
from portal.core.languages.own_names import OwnNamesSelect, boxes_by_own_name
from portal.core.time_zones import TIME_ZONES

#: Keys of members with what to call them.
People = Sequence[tuple[str, str]]

_LANGUAGES = [(code, content_language(code).native_name) for code in CONTENT_CODES]
#: Years that a meeting or a due date may lie in: a slip of the finger is not to be kept.
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)


def _day(**kwargs: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **kwargs)


def _clock(**kwargs: Any) -> forms.TimeField:
    return forms.TimeField(widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}), required=False, **kwargs)


def _address() -> forms.URLField:
    return forms.URLField(label=_("Link to take part"), required=False, max_length=500, assume_scheme="https")


class FactsForm(forms.Form):
    """When, where, in which languages. Raises nothing for a number that is taken: says which one is free."""

    title = PlainLine(label=_("Title"), max_length=200)
    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=9999)
    start = _day(label=_("First day"))
    start_time = _clock(label=_("Begins at"))
    end = _day(label=_("Last day"))
    end_time = _clock(label=_("Ends at"))
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=TIME_ZONES, initial=settings.TIME_ZONE)
    place = PlainLine(label=_("Place"), max_length=200, required=False)
    link = _address()
    spoken = forms.MultipleChoiceField(
        label=_("Languages spoken"),
        choices=boxes_by_own_name(map(content_language, CONTENT_CODES)),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    language = forms.ChoiceField(label=_("Language of the record"), choices=_LANGUAGES, widget=OwnNamesSelect)

    def __init__(self, *args: Any, group: WorkingGroupPage, meeting: Meeting | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._group = group
        self._meeting = meeting

    def clean_number(self) -> int:
        number: int = self.cleaned_data["number"]
        if reason := why_not_number(self._group, number, self._meeting):
            raise ValidationError(reason)
        return number

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name in ("start", "end"):
            if (day := data.get(name)) and not _FIRST_DAY <= day <= _LAST_DAY:
                self.add_error(name, gettext("Look at the year once more."))
        if data.get("start") and "end" not in self.errors and not self.errors.get("start"):
            check_times(Meeting(**{name: data.get(name) for name in _TIMES}))
        return data


_TIMES = ("start", "end", "start_time", "end_time", "time_zone")


class PeopleForm(forms.Form):
    """Members by tick, guests as lines."""

    present = forms.MultipleChoiceField(
        label=_("Present"), required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )
    excused = forms.MultipleChoiceField(
        label=_("Excused"), required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )
    guests = PlainText(
        label=_("Guests"),
        required=False,
        help_text=_("One on each line: name; role and organisation. Only the group reads the names."),
    )

    def __init__(self, *args: Any, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("present", "excused"):
            self.fields[name].choices = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        both = set(data.get("present", ())) & set(data.get("excused", ()))
        if both:
            names = [label for key, label in self.fields["present"].choices if key in both]  # type: ignore[attr-defined]
            self.add_error("excused", gettext("Ticked as present as well: %(names)s.") % {"names": ", ".join(names)})
        return data


class ItemForm(forms.Form):
    """An item of the agenda, without its outcomes."""

    title = PlainLine(label=_("What it was about"), max_length=300, required=False)
    position = forms.IntegerField(label=_("Place in the agenda"), min_value=1, max_value=999)
    start_time = _clock(label=_("Begins at"))
    end_time = _clock(label=_("Ends at"))
    presenter = forms.ChoiceField(label=_("Presented by"), required=False)
    presenter_name = PlainLine(
        label=_("Presented by somebody else"),
        max_length=200,
        required=False,
        help_text=_("Name; role and organisation. Only the group reads the name."),
    )
    text = PlainText(label=_("What was said"), required=False)
    remove = forms.BooleanField(label=_("Take this item away, with its outcomes"), required=False)

    def __init__(self, *args: Any, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["presenter"].choices = [("", "–"), *people]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        begin, end = data.get("start_time"), data.get("end_time")
        if begin and end and end <= begin:
            self.add_error("end_time", gettext("It would end before it begins."))
        return data


class OutcomeForm(forms.Form):
    """What came of an item. Owner, due date and status are of action points; of others they are not kept."""

    kind = forms.ChoiceField(
        label=_("What came of it?"),
        choices=OutcomeKind.choices,
        widget=forms.RadioSelect,
        initial=OutcomeKind.INFORMATION,
    )
    text = PlainText(label=_("Outcome"), required=False)
    responsible = forms.ChoiceField(label=_("Responsible"), required=False)
    responsible_name = PlainLine(label=_("Responsible agency, if no member is"), max_length=200, required=False)
    due = _day(label=_("Due"), required=False)
    status = forms.ChoiceField(
        label=pgettext_lazy("of an action point", "Status"), choices=ActionStatus.choices, required=False
    )
    remove = forms.BooleanField(label=_("Take this outcome away"), required=False)

    def __init__(self, *args: Any, people: People, meeting_start: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["responsible"].choices = [("", "–"), *people]  # type: ignore[attr-defined]
        self._meeting_start = meeting_start

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kind") != OutcomeKind.ACTION:
            data |= {"responsible": "", "responsible_name": "", "due": None, "status": ActionStatus.OPEN.value}
            for name in ("responsible", "responsible_name", "due", "status"):
                self.errors.pop(name, None)
        else:
            data["status"] = data.get("status") or ActionStatus.OPEN.value
            if reason := why_not_due(data.get("due"), self._meeting_start):
                self.add_error("due", reason)
            elif (due := data.get("due")) and due > _LAST_DAY:
                self.add_error("due", gettext("Look at the year once more."))
        if not data.get("text") and not data.get("remove") and self._has_more():
            self.add_error("text", gettext("Write down what came of it, or take this outcome away."))
        return data

    def _has_more(self) -> bool:
        return any(self.cleaned_data.get(name) for name in ("responsible", "responsible_name", "due"))

    @property
    def is_blank(self) -> bool:
        return not any(self.cleaned_data.get(name) for name in ("text", "responsible", "responsible_name", "due"))


class CheckedFile(forms.FileField):
    """A file that the portal takes: its kind, its size, and a content that is what its name says."""

    widget = forms.FileInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        endings = settings.WAGTAILDOCS_EXTENSIONS
        self.validators.append(FileExtensionValidator(endings))
        self.widget.attrs["accept"] = ",".join(f".{ending}" for ending in endings)

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if not data:
            return None
        if file.size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
            raise ValidationError(
                gettext("The file is larger than %(size)s.")
                % {"size": filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)}
            )
        try:
            check_content(file, file.name)
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        return file


class OutputForm(forms.Form):
    """Something that the group made: at least a title or a file."""

    title = PlainLine(label=_("Title of the output"), max_length=255, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=OutputKind.choices)
    summary = PlainText(label=_("What it is, in two or three sentences"), required=False, max_length=2000)
    file = CheckedFile(label=_("File"), required=False)
    remove = forms.BooleanField(label=_("Take this output away"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("summary") and not data.get("title") and not data.get("file"):
            self.add_error("title", gettext("Give it a title, or add a file."))
        return data

    @property
    def is_blank(self) -> bool:
        return not any(self.cleaned_data.get(name) for name in ("title", "summary", "file"))


class DocumentForm(forms.Form):
    """One more document of the meeting: an agenda, a presentation."""

    title = PlainLine(label=_("Title of the document"), max_length=255, required=False)
    file = CheckedFile(label=_("Add a document"), required=False)


def canonical(values: dict[str, Any]) -> dict[str, str]:
    """Cleaned or stored values in one form, to be compared: days and times as ISO writes them, choices in order."""
    return {name: _written(value) for name, value in values.items()}


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple, set)):
        return " ".join(sorted(map(str, value)))
    if hasattr(value, "isoformat"):
        return str(value.isoformat())[:10]
    return str(value)
