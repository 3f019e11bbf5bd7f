"""The form by which members keep what the directory says of them: one form, in sections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network.directory.parameters import AVAILABLE
from portal.core.files.image_form import WholeImageField
from portal.core.languages.catalogue import CONTENT_CODES, content_language
from portal.core.languages.own_names import boxes_by_own_name
from portal.members.forms.person import PersonForm
from portal.members.models import Level, Member, Profile
from portal.members.visibility import FIELDS
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.models import Concept, Institution
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import terms_of

#: Facets that fields of work are taken from, with the name of the form's field for each.
TOPICS = {
    "areas": (FacetCode.PRIORITY_AREA, _("Priority areas")),
    "stages": (FacetCode.STAGE, _("Stages of the continuum")),
    "targets": (FacetCode.TARGET_GROUP, _("Target groups")),
}


class ProfileForm(PersonForm):
    """What `network.directory.profile.save_profile` takes."""

    is_listed = forms.BooleanField(
        label=_("List me in the directory"),
        required=False,
        help_text=_("Without this nobody finds you there. You can take it back at any time; it holds at once."),
    )
    first_name = forms.CharField(label=_("First name"), max_length=150)
    last_name = forms.CharField(label=_("Family name"), max_length=150)
    photo = WholeImageField(
        label=_("Photo"),
        required=False,
        widget=forms.FileInput,
    )
    remove_photo = forms.BooleanField(label=_("Remove the photo"), required=False)
    institution = forms.ChoiceField(label=_("Institution"), required=False)
    institution_name = forms.CharField(
        label=_("Institution that is not in the list"),
        max_length=200,
        required=False,
        help_text=_("As it is called there."),
    )
    agency = forms.ChoiceField(label=_("Kind of agency"), required=False)
    position = forms.CharField(label=_("Position"), max_length=150, required=False)
    areas = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    stages = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    targets = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    concepts = forms.MultipleChoiceField(
        label=_("Terms of the glossary"), widget=forms.CheckboxSelectMultiple, required=False
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages you speak"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=boxes_by_own_name(map(content_language, CONTENT_CODES)),
    )
    bio = forms.CharField(
        label=_("About me"), max_length=1500, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    language = forms.ChoiceField(
        label=_("Language in which you wrote position and text"),
        choices=[(code, content_language(code).native_name) for code in CONTENT_CODES],
    )
    available = forms.MultipleChoiceField(
        label=_("You are available as"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[(code, label) for code, (_column, label) in AVAILABLE.items()],
    )

    def __init__(self, data: Any = None, files: Any = None, *, member: Member, profile: Profile) -> None:
        super().__init__(data, files, initial=_values(member, profile))
        # Wagtail's field has a text of its own, about kinds of files; its refusals name them too.
        self.fields["photo"].help_text = gettext("At most 10 MB. It is cut to a square; place and time are removed.")
        if not profile.photo:
            del self.fields["remove_photo"]
        self._choices("institution").choices = [("", "–"), *_institutions(member)]
        self._choices("agency").choices = [("", "–"), *((str(t.pk), t.label) for t in terms_of(FacetCode.AGENCY))]
        for name, (facet, label) in TOPICS.items():
            self.fields[name].label = label
            self._choices(name).choices = [(str(term.pk), term.label) for term in terms_of(facet)]
        concepts = alphabetical(Concept.objects.order_by("identifier"), "label")
        self._choices("concepts").choices = [(str(concept.pk), concept.label) for concept in concepts]
        for name in FIELDS:
            column = Profile._meta.get_field(f"{name}_for")
            levels = [(value, label) for value, label in Level.choices if name != "contact" or value != Level.PUBLIC]
            called = str(getattr(column, "verbose_name", name))
            self.fields[f"{name}_for"] = forms.ChoiceField(label=called[:1].upper() + called[1:], choices=levels)

    def _choices(self, name: str) -> forms.ChoiceField:
        return cast(forms.ChoiceField, self.fields[name])

    def sections(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """Heading and fields of each section but the last, which `levels` has."""
        for heading, names in (
            (gettext("Being listed"), ["is_listed"]),
            (gettext("Who you are"), ["first_name", "last_name", "photo", "remove_photo", "bio", "language"]),
            (gettext("Where you work"), ["institution", "institution_name", "agency", "position"]),
            (gettext("What you know"), [*TOPICS, "languages", "available"]),
        ):
            yield heading, [self[name] for name in names if name in self.fields]

    def levels(self) -> list[forms.BoundField]:
        """For each part of the profile, who may see it."""
        return [self[f"{name}_for"] for name in FIELDS]


def _values(member: Member, profile: Profile) -> dict[str, Any]:
    """What the form shows first: how it is now."""
    topics = [str(term.pk) for term in member.topics.all()]
    return {
        "is_listed": profile.listed_since is not None,
        "first_name": member.user.first_name,
        "last_name": member.user.last_name,
        "institution": str(member.institution_id or ""),
        "institution_name": member.institution_name,
        "agency": str(member.agency_id or ""),
        "position": member.position,
        **dict.fromkeys(TOPICS, topics),
        "concepts": [str(concept.pk) for concept in member.concepts.all()],
        "languages": member.languages.split(),
        "bio": profile.bio,
        "language": profile.language,
        "available": [code for code, (column, _label) in AVAILABLE.items() if getattr(profile, column)],
        **{f"{name}_for": getattr(profile, f"{name}_for") for name in FIELDS},
    }


def _institutions(member: Member) -> list[tuple[str, str]]:
    """Those of the member's beneficiary; all for who works for an organisation of none."""
    found = Institution.objects.all()
    if member.beneficiary_id:
        found = found.filter(beneficiary=member.beneficiary_id)
    return [(str(one.pk), one.name) for one in alphabetical(found, "name")]
