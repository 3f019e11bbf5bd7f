"""Who somebody is and where they work: the part that applying, accepting and one's own details have in common."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.core.languages.catalogue import CONTENT_CODES
from portal.members.forms.choices import (
    NONE,
    agency_choices,
    agency_of,
    beneficiary_choices,
    beneficiary_of,
    gender_choices,
    institution_called,
    institution_choices,
    language_choices,
    topic_choices,
)
from portal.members.forms.fields import ConceptsField
from portal.members.forms.person import PersonForm
from portal.members.services.work_details import WorkDetails
from portal.vocabulary.models import Beneficiary, Institution, Term


class WorkForm(PersonForm):
    first_name = forms.CharField(
        label=_("First name"), max_length=150, widget=forms.TextInput({"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=_("Last name"), max_length=150, widget=forms.TextInput({"autocomplete": "family-name"})
    )
    beneficiary = forms.ChoiceField(label=_("Beneficiary"), choices=beneficiary_choices)
    institution = forms.ChoiceField(
        label=_("Institution"),
        choices=institution_choices,
        required=False,
        help_text=_("Choose yours under its beneficiary."),
    )
    institution_name = forms.CharField(
        label=_("Institution that is not in the list"),
        max_length=200,
        required=False,
        help_text=_("As it is called there, in any language and script."),
        widget=forms.TextInput({"autocomplete": "organization"}),
    )
    agency = forms.ChoiceField(label=_("Kind of agency"), choices=agency_choices)
    position = forms.CharField(
        label=_("Position"), max_length=150, widget=forms.TextInput({"autocomplete": "organization-title"})
    )
    gender = forms.ChoiceField(
        label=_("Gender"),
        choices=gender_choices,
        required=False,
        help_text=_("Only for numbers about trainings. It stands beside no name, and you need not say it."),
    )
    topics = forms.MultipleChoiceField(
        label=_("Fields of work"), choices=topic_choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    concepts = ConceptsField(
        label=_("Expertise"),
        required=False,
        help_text=_("Up to five words of the glossary, in your language. Begin to type, and words are suggested."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages you speak"),
        choices=language_choices,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("topics", "languages"):
            self.fields[name].widget.attrs["class"] = "plain"

    def clean_agency(self) -> Term | None:
        return agency_of(self.cleaned_data["agency"])

    def clean_topics(self) -> list[Term]:
        return list(Term.objects.filter(pk__in=self.cleaned_data["topics"]))

    def clean_languages(self) -> list[str]:
        chosen = self.cleaned_data["languages"]
        return [code for code in CONTENT_CODES if code in chosen]

    def clean_beneficiary(self) -> Beneficiary | None:
        code = self.cleaned_data["beneficiary"]
        return None if code == NONE else beneficiary_of(code)

    def clean_institution(self) -> Institution | None:
        key = self.cleaned_data["institution"]
        return Institution.objects.filter(pk=key).select_related("beneficiary").first() if key else None

    def clean(self) -> dict[str, Any]:
        """An institution that was written is looked for in the list; one of the list must fit the beneficiary."""
        values: dict[str, Any] = super().clean() or {}
        if "beneficiary" not in values or "institution" not in values or "institution_name" not in values:
            return values
        beneficiary, institution = values["beneficiary"], values["institution"]
        if institution is not None and institution.beneficiary != beneficiary:
            self.add_error("institution", _("This institution belongs to another beneficiary. Change one of the two."))
        elif institution is None and not values["institution_name"]:
            self.add_error("institution", _("Choose your institution, or write its name below."))
        elif institution is None and beneficiary is not None:
            values["institution"] = institution_called(values["institution_name"], beneficiary)
        if values.get("institution") is not None:
            values["institution_name"] = ""
        return values

    @property
    def details(self) -> WorkDetails:
        """What was filled in, once it is valid."""
        return WorkDetails.filled_in(self.cleaned_data)


def initial_of(user: User, details: WorkDetails | None) -> dict[str, Any]:
    """What the form begins with for somebody whom the portal knows."""
    initial: dict[str, Any] = {"first_name": user.first_name, "last_name": user.last_name}
    if details is None:
        return initial
    return {
        **initial,
        "beneficiary": details.beneficiary.code if details.beneficiary else NONE,
        "institution": str(details.institution.pk) if details.institution else "",
        "institution_name": details.institution_name,
        "agency": details.agency.code if details.agency else "",
        "position": details.position,
        "gender": details.gender,
        "topics": [str(term.pk) for term in details.topics],
        "concepts": list(details.concepts),
        "languages": list(details.languages),
    }
