"""A member's own profile: the one there is, or a new one; and keeping what they entered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from network.directory.parameters import AVAILABLE
from network.directory.profile_form import TOPICS
from portal.members.models import Member, Profile
from portal.members.portraits import remove_portrait, set_portrait
from portal.members.visibility import FIELDS


def profile_of(member: Member) -> Profile:
    """The profile of a member; a new one, not yet saved, for whoever never had one: it shows nothing to anybody."""
    return Profile.objects.filter(member=member).first() or Profile(
        member=member, language=_content_code(member.user.language)
    )


@transaction.atomic
def save_profile(*, member: Member, profile: Profile, values: Mapping[str, Any]) -> None:
    """Keeps what the form has (`cleaned_data` of ProfileForm): name, member, profile, and with them what finds them."""
    user = member.user
    user.first_name, user.last_name = values["first_name"], values["last_name"]
    user.save(update_fields=["first_name", "last_name"])
    member.institution_id = int(values["institution"]) if values["institution"] else None
    member.agency_id = int(values["agency"]) if values["agency"] else None
    member.institution_name, member.position = values["institution_name"], values["position"]
    member.languages = " ".join(values["languages"])
    member.save(update_fields=["institution", "agency", "institution_name", "position", "languages"])
    member.topics.set(int(key) for name in TOPICS for key in values[name])
    member.concepts.set(int(key) for key in values["concepts"])
    profile.listed_since = (profile.listed_since or timezone.now()) if values["is_listed"] else None
    profile.bio, profile.language = values["bio"], values["language"]
    for code, (column, _label) in AVAILABLE.items():
        setattr(profile, column, code in values["available"])
    for name in FIELDS:
        setattr(profile, f"{name}_for", values[f"{name}_for"])
    if values["photo"]:
        set_portrait(profile, values["photo"])
    elif values.get("remove_photo"):
        remove_portrait(profile)
    profile.save()


def _content_code(rendering: str) -> str:
    return rendering.partition("-")[0]
