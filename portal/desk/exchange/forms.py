"""What is asked before pages leave, and what is handed in when they come back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import BY_CODE
from portal.desk.exchange.files import UPLOAD_BYTES, deliveries
from portal.desk.exchange.xliff import Version


class ExportForm(forms.Form):
    """Offers the languages that the user may translate every one of these pages into."""

    language = forms.ChoiceField(label=_("Translate into"))
    version = forms.ChoiceField(
        label=_("Format"),
        choices=[(version.value, f"XLIFF {version.value}") for version in Version],
        initial=Version.V1_2.value,
        help_text=_("Most programs read 1.2. Ask the agency when in doubt."),
    )

    def __init__(self, *args: Any, codes: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages = cast("forms.ChoiceField", self.fields["language"])
        languages.choices = [(code, BY_CODE[code].native_name) for code in codes]


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("Translated file"),
        help_text=_("An XLIFF file as it was exported here, or a ZIP of such files."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlf,.xliff,.zip"}),
    )

    def clean_file(self) -> Any:
        """What the file brings, read."""
        file = self.cleaned_data["file"]
        if file.size > UPLOAD_BYTES:
            raise ValidationError(gettext("At most %(limit)s.") % {"limit": filesizeformat(UPLOAD_BYTES)})
        return deliveries(file)
