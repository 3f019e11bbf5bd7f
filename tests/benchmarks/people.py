"""Synthetic members, working groups and meetings, for measuring. Run inside a prepared portal.

Members and meetings are written in bulk, as practices are (tests.benchmarks.synthetic); the words by which members are
found come from the code that writes those of real ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from network.directory.words import words_of
from network.models import (
    ActionStatus,
    AgendaItem,
    Audience,
    DirectoryWord,
    GroupMembership,
    Meeting,
    MeetingState,
    Outcome,
    OutcomeKind,
    WorkingGroupIndexPage,
    WorkingGroupPage,
)
from portal.accounts.models import User
from portal.core.languages.catalogue import CONTENT_CODES
from portal.members.models import Member, Profile
from portal.members.models.profile import Level, name_order
from portal.members.visibility import FIELDS
from portal.vocabulary.models import Beneficiary, Institution, Term
from portal.vocabulary.models.taxonomy import FacetCode
from tests.benchmarks.corpus import text
from tests.benchmarks.members import DOMAIN, name

_AT_ONCE = 500

#: Everybody shows everything to the network, so that nothing is spared.
_SHOWN = {f"{name}_for": Level.NETWORK for name in FIELDS}
_PEOPLE_OF_A_GROUP, _MEETINGS_OF_A_GROUP, _OUTCOMES_OF_A_MEETING = 15, 10, 3


def make_members(count: int) -> list[Member]:
    """They are listed, and each has about 25 words by which to be found."""
    beneficiaries = list(Beneficiary.objects.order_by("pk"))
    institutions = list(Institution.objects.order_by("pk"))
    topics = list(Term.objects.filter(facet__code=FacetCode.PRIORITY_AREA).order_by("pk"))
    members: list[Member] = []
    for start in range(0, count, _AT_ONCE):
        with transaction.atomic():
            members += _members(range(start, min(start + _AT_ONCE, count)), beneficiaries, institutions, topics)
    return members


def _members(
    numbers: Sequence[int], beneficiaries: list[Beneficiary], institutions: list[Institution], topics: list[Term]
) -> list[Member]:
    codes = [CONTENT_CODES[number % len(CONTENT_CODES)] for number in numbers]
    users = [
        User(email=f"{number}@{DOMAIN}", first_name=first, last_name=last, password="!")
        for number in numbers
        for first, last in [name(number)]
    ]
    members = Member.objects.bulk_create(
        Member(
            user=user,
            beneficiary=beneficiaries[number % len(beneficiaries)],
            institution=institutions[number % len(institutions)],
            position=text(random.Random(number), code, 3)[:150],
            languages=f" {code} ",
        )
        for number, code, user in zip(numbers, codes, User.objects.bulk_create(users), strict=True)
    )
    profiles = Profile.objects.bulk_create(
        Profile(
            member=member,
            listed_since=timezone.now(),
            language=code,
            bio=text(random.Random(number), code, 15),
            name_order=name_order(member.user),
            **_SHOWN,
        )
        for number, code, member in zip(numbers, codes, members, strict=True)
    )
    known = Member.topics.through
    known.objects.bulk_create(
        known(member_id=member.pk, term_id=topics[number % len(topics)].pk)
        for number, member in zip(numbers, members, strict=True)
    )
    for member, profile in zip(members, profiles, strict=True):
        DirectoryWord.objects.bulk_create(words_of(member, profile))
    return members


@transaction.atomic
def make_groups(count: int, members: Sequence[Member]) -> list[WorkingGroupPage]:
    """Working groups with people, meetings and what came of these; the first member is in the first group."""
    index = WorkingGroupIndexPage.objects.get()
    groups = []
    for number in range(count):
        group = WorkingGroupPage(
            title=f"Synthetic group {number}",
            slug=f"synthetic-{number}",
            headline_en=f"Synthetic group {number}",
            summary_en="Made for measuring.",
            readiness_en="ready",
            shows_composition=True,
        )
        index.add_child(instance=group)
        people = random.Random(number).sample(members[1:], _PEOPLE_OF_A_GROUP) + ([] if number else [members[0]])
        GroupMembership.objects.bulk_create(GroupMembership(group=group, member=member) for member in people)
        _meetings(group, number, people)
        groups.append(group)
    return groups


def _meetings(group: WorkingGroupPage, number: int, people: Sequence[Member]) -> None:
    today = timezone.localdate()
    chance = random.Random(number)
    days = sorted(today + timedelta(days=chance.randrange(-900, 200)) for _meeting in range(_MEETINGS_OF_A_GROUP))
    meetings = Meeting.objects.bulk_create(
        Meeting(
            group=group,
            number=place,
            title_en=text(chance, "en", 4).capitalize(),
            start=day,
            end=day,
            state=MeetingState.APPROVED if day < today else MeetingState.DRAFT,
            audience=Audience.values[place % len(Audience.values)],
            readable_in=" en ",
        )
        for place, day in enumerate(days, start=1)
    )
    items = AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, key=f"item-{meeting.pk}", title_en=text(chance, "en", 4)) for meeting in meetings
    )
    Outcome.objects.bulk_create(_outcomes(items, people, chance))


def _outcomes(items: Sequence[AgendaItem], people: Sequence[Member], chance: random.Random) -> Iterator[Outcome]:
    for item in items:
        for position in range(1, _OUTCOMES_OF_A_MEETING + 1):
            yield Outcome(
                item=item,
                key=f"outcome-{item.pk}-{position}",
                kind=OutcomeKind.values[position % len(OutcomeKind.values)],
                text_en=text(chance, "en", 12),
                position=position,
                number=position,
                responsible=chance.choice(people),
                due=item.meeting.end + timedelta(days=90),
                status=chance.choice(ActionStatus.values),
            )
