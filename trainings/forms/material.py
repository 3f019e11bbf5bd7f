"""A file or a link for the participants of a training."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.languages.reader import current_reader
from portal.core.models import PortalDocument
from trainings.models import TrainingMaterial, TrainingSession

TITLES = tuple(f"title_{code}" for code in CONTENT_CODES)


class MaterialForm(forms.ModelForm):
    """A new one is a file or a link; what it is stays, and the file of one that has a file can be replaced.

    Without a title a file has its name. A title in one language is enough.
    """

    link = forms.URLField(label=_("Web address"), required=False, max_length=500, assume_scheme="https")
    language = PortalDocument._meta.get_field("language").formfield(label=_("Language of the file"))

    class Meta:
        model = TrainingMaterial
        fields = (*TITLES, "link", "when", "session")
        widgets = {"when": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        material: TrainingMaterial = kwargs["instance"]
        if material.document is not None:
            kwargs["initial"] = {"language": material.document.language}
        super().__init__(*args, **kwargs)
        # Made now: its hint is in the language in which it is made.
        self.fields["file"] = WagtailDocumentField(label=gettext("File"), required=False)
        own = current_reader().language.content_code
        self.own_title = f"title_{own}"
        for name, code in zip(TITLES, CONTENT_CODES, strict=True):
            self.fields[name].label = gettext("Title (%(language)s)") % {"language": BY_CODE[code].native_name}
            self.fields[name].required = False
        sessions: Any = self.fields["session"]
        sessions.queryset = TrainingSession.objects.filter(training=material.training_id)
        if not sessions.queryset.exists():
            del self.fields["session"]
        if material.pk is None:
            file = self.fields["file"]
            file.help_text = " ".join(filter(None, (gettext("Or give an address below."), file.help_text)))
            self.fields[self.own_title].help_text = gettext("Without one, a file is called by its name.")
        elif material.document is None:
            del self.fields["file"], self.fields["language"]
            self.fields["link"].required = True
        else:
            del self.fields["link"]
            self.fields["file"].label = gettext("Another file in its place")
        fields: Any = self.fields
        for name in (self.own_title, *(("file", "link") if material.pk is None else ())):
            fields[name].is_one_of_several = True
        names = [self.own_title, "file", "language", "link", "when", "session"]
        self.order_fields([*names, *TITLES])

    def asked(self) -> Iterator[forms.BoundField]:
        """All but the titles in other languages than the reader's."""
        return (field for field in self if field.name == self.own_title or field.name not in TITLES)

    def other_titles(self) -> Iterator[forms.BoundField]:
        return (field for field in self if field.name != self.own_title and field.name in TITLES)

    @property
    def has_other_titles(self) -> bool:
        """Whether one of them is written, or wrong: then they are shown opened."""
        return any(field.value() or field.errors for field in self.other_titles())

    def clean_file(self) -> Any:
        """As strict as the administration: ending, content and size."""
        file = self.cleaned_data["file"]
        if file is not None:
            try:
                PortalDocument(file=file).clean()
            except ValidationError as error:
                raise ValidationError(error.messages) from error
        return file

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        file, link = data.get("file"), data.get("link")
        if self.instance.pk is None and not {"file", "link"} & self.errors.keys():
            if file and link:
                self.add_error("link", gettext("Give a file or an address, not both."))
            elif not file and not link:
                self.add_error("file", gettext("Choose a file, or give an address below."))
        if not any(data.get(name) for name in TITLES) and not set(TITLES) & self.errors.keys():
            if file:
                data[self.own_title] = _title_of(file.name)
            elif "file" not in self.errors:
                self.add_error(self.own_title, gettext("Give a title in one language."))
        if self.errors and file:
            self.add_error("file", gettext("Choose the file once more: it is not kept until all is right."))
        return data


def _title_of(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0].replace("_", " ").strip()[:200] or name[:200]
