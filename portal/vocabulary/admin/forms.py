"""What the forms of the vocabulary have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.vocabulary.admin.institutions import institution_policy


class LanguagesField(forms.MultipleChoiceField):
    """Ticks for the six content languages, stored as their codes with spaces between."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        choices = [(code, BY_CODE[code].native_name) for code in CONTENT_CODES]
        super().__init__(choices=choices, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return value.split() if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        """The chosen codes in the order of the catalogue; ValidationError for any other."""
        chosen = super().clean(value)
        return " ".join(code for code in CONTENT_CODES if code in chosen)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class VocabularyForm(WagtailAdminModelForm):
    """Asks for English, which every other language can fall back on, and keeps what addresses are made of."""

    #: Translated fields that need at least English.
    needs_english: Iterable[str] = ("label",)
    #: Fields that stand in addresses, in the search index and in starter files: written once.
    written_once: Iterable[str] = ("code",)

    review_languages = LanguagesField(
        label=_("Languages to be reviewed"),
        required=False,
        help_text=_("Ticked: a working translation that a native specialist should still check."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.needs_english:
            self.fields[f"{name}_en"].required = True
        if self.instance.pk:
            for name in self.written_once:
                self.fields[name].disabled = True
                self.fields[name].help_text = _("Cannot be changed: addresses and the search index are made of it.")


class BeneficiaryForm(VocabularyForm):
    needs_english = ("name", "capital")
    written_once = ("code", "slug")


class InstitutionForm(VocabularyForm):
    needs_english = ("name",)
    written_once = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offers the beneficiaries to which the user may give institutions."""
        super().__init__(*args, **kwargs)
        beneficiary = cast("forms.ModelChoiceField[Any]", self.fields["beneficiary"])
        beneficiary.queryset = institution_policy().beneficiaries_for(self.for_user)


class TermForm(VocabularyForm):
    """A term stays in its facet: pages hold it in that facet's field."""

    written_once = ("facet", "code")


class ConceptForm(VocabularyForm):
    written_once = ("identifier",)

    def clean_related(self) -> Any:
        """A relation to itself says nothing."""
        related = self.cleaned_data["related"]
        if self.instance.pk and any(concept.pk == self.instance.pk for concept in related):
            raise ValidationError(_("A concept cannot be related to itself."))
        return related
