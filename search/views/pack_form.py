"""The form of an offline pack: in which languages, and whether files come along."""

from __future__ import annotations

from django import forms
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import LANGUAGES
from portal.core.languages.own_names import boxes_by_own_name
from search.offline_pack.archive import MOST_BYTES
from search.offline_pack.estimate import Attachments


class PackForm(forms.Form):
    """`files` are those that could come along."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        help_text=_("What does not exist in a language is in the nearest one, as on the site."),
        error_messages={"required": _("Choose at least one language.")},
        widget=forms.CheckboxSelectMultiple,
        # Each is called by its own name, in its own script.
        choices=boxes_by_own_name(LANGUAGES),
    )
    with_files = forms.BooleanField(label=_("Files come along"), required=False)

    def __init__(self, *args: object, files: Attachments, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._files = files
        if files.number:
            self.fields["with_files"].help_text = ngettext(
                "%(number)s file, about %(size)s. Without it the pages lead to it on the internet.",
                "%(number)s files, about %(size)s. Without them the pages lead to them on the internet.",
                files.number,
            ) % {"number": files.number, "size": filesizeformat(files.size)}
        else:
            del self.fields["with_files"]

    def clean_with_files(self) -> bool:
        wanted: bool = self.cleaned_data["with_files"]
        if wanted and self._files.size > MOST_BYTES:
            raise forms.ValidationError(
                gettext(
                    "The files are too large for a pack, which holds %(most)s. Leave them out, or choose fewer pages."
                )
                % {"most": filesizeformat(MOST_BYTES)}
            )
        return wanted
