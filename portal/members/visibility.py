"""What of a member may be seen, and by whom: asked by page, list, search, filters, counts and messages alike.

A person is there for somebody only if they take part in the network, agreed to be listed, and show that somebody their
name. Everything else of them is a *field* with a level of its own. Nobody sees more because of a role in the
administration: what administrators need, they have there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Q

from portal.core.visibility.memory import remembered
from portal.members.circles import colleagues_of
from portal.members.models import Level, Member, Profile
from portal.members.models.member import MemberQuerySet

#: Parts of a profile that have a level: `<name>_for` of Profile.
FIELDS: Final = (
    "name",
    "photo",
    "workplace",
    "position",
    "expertise",
    "languages",
    "bio",
    "availability",
    "experience",
    "contact",
)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: the levels that are open to them, and the members who are their colleagues in a circle.

    `member` is the key of the member who looks; None for whoever is none.
    """

    levels: frozenset[str]
    colleagues: frozenset[int] = frozenset()
    member: int | None = None

    def sees(self, profile: Profile, field: str) -> bool:
        """Whether a field of somebody who is listed is for this viewer. One of FIELDS, else AttributeError."""
        level = getattr(profile, f"{field}_for")
        return level in self.levels or (level == Level.GROUPS and profile.member_id in self.colleagues)

    def allowed(self, profile: Profile) -> frozenset[str]:
        """The names of all fields that are for this viewer."""
        return frozenset(field for field in FIELDS if self.sees(profile, field))

    def condition(self, field: str) -> Q:
        """The same as a condition on members."""
        level = f"profile__{field}_for"
        return Q(**{f"{level}__in": self.levels}) | Q(**{level: Level.GROUPS, "pk__in": self.colleagues})

    def people(self) -> MemberQuerySet:
        """Everybody who is there for this viewer, with user and profile."""
        listed = Member.objects.active().filter(self.condition("name"), profile__listed_since__isnull=False)
        return listed.select_related("user", "profile")


ANYBODY: Final = Viewer(frozenset({Level.PUBLIC}))


def viewer_of(user: Any) -> Viewer:
    """What a user may see: as a member of the network, who takes part in it, or else what is public."""
    member = active_member(user)
    return as_member(member.pk) if member else ANYBODY


def active_member(user: Any) -> Member | None:
    """The member that a signed-in user is, if they take part in the network. One query a request."""
    if user is None or not user.is_authenticated or not user.is_active:
        return None
    return remembered(("member", user.pk), lambda: Member.objects.active().filter(user=user).first())


def as_member(member: int) -> Viewer:
    """What a member sees, by key."""
    return Viewer(frozenset({Level.PUBLIC, Level.NETWORK}), colleagues_of(member), member)


def as_others(circle: Level, member: int) -> Viewer:
    """Somebody of this circle of the member, for showing them how others see them."""
    if circle == Level.PUBLIC:
        return ANYBODY
    colleagues = frozenset({member}) if circle == Level.GROUPS else frozenset[int]()
    return Viewer(frozenset({Level.PUBLIC, Level.NETWORK}), colleagues)
