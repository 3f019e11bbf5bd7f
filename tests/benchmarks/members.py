"""Synthetic members by the thousand. Imported in a process in which Django is set up."""

from __future__ import annotations

import random

from portal.accounts.models import User
from portal.members.models import Member

_STARTS = ("Đor", "Ljub", "Bes", "Mir", "Zor", "Gjer", "Nad", "Vlad", "Ard", "Kir", "Šar", "Čed", "Žel", "Pet", "Teu")
_MIDDLES = ("a", "e", "i", "o", "ana", "eni", "osla", "ubi", "ati", "umi")
_ENDS = ("đe", "n", "ra", "ka", "mir", "na", "ta", "vić", "ć", "li", "shi", "ski")
#: Of their addresses.
DOMAIN = "synthetic.example"


def name(number: int) -> tuple[str, str]:
    """Of the person with this number: no real one, and the same each time."""
    chance = random.Random(number)
    first, last = ("".join(map(chance.choice, (_STARTS, _MIDDLES, _ENDS))) for _ in range(2))
    return first, last


def add_members(count: int) -> None:
    """Until there are so many that were made here."""
    there = User.objects.filter(email__endswith=f"@{DOMAIN}").count()
    users = []
    for number in range(there, count):
        first, last = name(number)
        users.append(User(email=f"{number}@{DOMAIN}", first_name=first, last_name=last, password="!"))
    User.objects.bulk_create(users, batch_size=500)
    Member.objects.bulk_create([Member(user=user) for user in users], batch_size=500)


def members(count: int) -> list[Member]:
    """So many of them, made unless they are there."""
    add_members(count)
    return list(Member.objects.filter(user__email__endswith=f"@{DOMAIN}").select_related("user").order_by("pk")[:count])
