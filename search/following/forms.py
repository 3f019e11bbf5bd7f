"""The form of a saved search."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.languages.own_names import OwnNamesSelect
from search.following.saved_search import SavedSearch
from search.queries.parameters import searched_text


class SavedSearchForm(forms.ModelForm):
    """Name, frequency and language. `address` is where the e-mails go."""

    class Meta:
        model = SavedSearch
        fields = ("name", "frequency", "language")
        widgets = {"frequency": forms.RadioSelect, "language": OwnNamesSelect}
        labels = {
            "name": _("Name of the search"),
            "frequency": _("E-mails about new resources"),
            "language": _("Language of the e-mails"),
        }
        help_texts = {
            "language": _(
                "The e-mails are written in this language. If your searches have different ones, they are written in "
                "the language of your account."
            ),
        }

    def __init__(self, *args: Any, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["frequency"].help_text = _(
            "If you choose e-mails, the portal sends them to %(address)s. Each of them has a link that ends them."
        ) % {"address": address}

    def clean_name(self) -> str:
        """In one line, as it stands in a list and in e-mails."""
        name = searched_text(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(self.fields["name"].error_messages["required"])
        return name
