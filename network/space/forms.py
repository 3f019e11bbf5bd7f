"""The forms by which a group is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField

from network.models import GroupRole
from network.queries.people import institution_of, name_of
from network.services.visibility import Audience
from portal.core.languages.own_names import OwnNamesSelect
from portal.core.models import PortalDocument
from portal.members.models import Member


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Name"),
        max_length=100,
        help_text=_("A few letters of first or last name, in either script."),
    )


def _day(label: Any, **more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, initial=timezone.localdate, widget=widget, **more)


class AddForm(forms.Form):
    """`members` are those who were found, among those who are `eligible`."""

    member = forms.ModelChoiceField(label=_("Person"), queryset=Member.objects.none(), widget=forms.RadioSelect)
    role = forms.ChoiceField(label=_("Role"), choices=GroupRole.choices, initial=GroupRole.MEMBER)
    since = _day(_("Since"))

    def __init__(self, *args: Any, members: Sequence[Member], eligible: QuerySet[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["member"]
        field.queryset = eligible
        field.choices = [(member.pk, _described(member)) for member in members]
        if len(members) == 1:
            field.initial = members[0].pk


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("New role"), choices=GroupRole.choices)
    day = _day(_("From"))


class EndForm(forms.Form):
    day = _day(_("Last day"))


class DocumentForm(forms.ModelForm):
    """What Wagtail's own form checks of a file is checked here too: ending, content and size."""

    file = WagtailDocumentField(label=_("File"))

    class Meta:
        model = PortalDocument
        fields = ("file", "title", "language")
        widgets = {"language": OwnNamesSelect}
        labels = {"title": _("Title")}


class ShownForm(forms.Form):
    audience = forms.ChoiceField(
        label=_("Who sees the page of the group"), choices=Audience.choices, widget=forms.RadioSelect
    )
    shows_composition = forms.BooleanField(
        label=_("Show who takes part"),
        required=False,
        help_text=_(
            "Whoever may see the page sees from which institutions its members come, and how many they are. Names are "
            "shown as each person chose in their profile."
        ),
    )


def _described(member: Member) -> str:
    institution = institution_of(member)
    name = name_of(member)
    return f"{name} – {institution}" if institution and institution != name else name
